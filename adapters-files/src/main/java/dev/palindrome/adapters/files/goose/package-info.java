/**
 * Folders written for goose, and the history that it keeps. Begin with {@code GooseReader}: {@code GooseName} says which files
 * are migrations, {@code GooseParser} cuts one as goose does, {@code Variables} puts in what the environment says.
 */
@NullMarked
package dev.palindrome.adapters.files.goose;

import org.jspecify.annotations.NullMarked;
