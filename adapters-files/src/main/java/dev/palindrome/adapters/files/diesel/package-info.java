/**
 * Folders written for Diesel, and the history that it keeps. Begin with {@code DieselReader}, which makes a migration of each
 * folder; {@code Metadata} reads what stands beside its SQL.
 */
@NullMarked
package dev.palindrome.adapters.files.diesel;

import org.jspecify.annotations.NullMarked;
