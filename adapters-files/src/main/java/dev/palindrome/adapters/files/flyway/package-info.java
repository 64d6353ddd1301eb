/**
 * Folders written for Flyway, and the history it keeps. {@code FlywayName} has the grammar of its files' names, {@code
 * FlywayOptions} what its configuration says, {@code FlywayReader} puts files together. Begin with {@code FlywayFormat}.
 */
@NullMarked
package dev.palindrome.adapters.files.flyway;

import org.jspecify.annotations.NullMarked;
