/**
 * Folders of migration files: our own in SQL and YAML here and in the package {@code yaml}, those of other tools in a package
 * each, with the history that the tool keeps. Each format is one {@link dev.palindrome.spi.MigrationFormat}, found with
 * ServiceLoader. Begin with {@code PalindromeFormat}: it pairs up files by their names, {@code SectionReader} finds the two
 * halves in a file, {@code HeaderReader} what its header says. Nothing here knows SQL beyond comments and delimiters: a script
 * is handed on as written, with the line on which it begins.
 */
@NullMarked
package dev.palindrome.adapters.files;

import org.jspecify.annotations.NullMarked;
