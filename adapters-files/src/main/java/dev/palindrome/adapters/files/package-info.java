/**
 * Folders of migration files: our own in SQL and YAML, and those written for golang-migrate. Each format is one {@link
 * dev.palindrome.spi.MigrationFormat}; {@link dev.palindrome.adapters.files.FilesModule} hands them to the engine. Begin
 * with {@code PalindromeFormat}: it pairs up files by their names, {@code SectionReader} finds the two halves in a file,
 * {@code HeaderReader} what its header says; what is in YAML, the package beneath reads. Nothing here knows SQL beyond comments: a script is handed on as written, with
 * the line on which it begins.
 */
@NullMarked
package dev.palindrome.adapters.files;

import org.jspecify.annotations.NullMarked;
