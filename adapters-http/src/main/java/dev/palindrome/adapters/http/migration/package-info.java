/**
 * Shows the apps and their migrations as the packs and the history have them. Begin with
 * {@link dev.palindrome.adapters.http.migration.AppsResource}; {@code BackwardsHalf} finds what takes a migration back.
 */
@NullMarked
package dev.palindrome.adapters.http.migration;

import org.jspecify.annotations.NullMarked;
