/**
 * Folders written for dbmate, and the history that it keeps. Begin with {@code DbmateReader}: {@code DbmateName} says which
 * files are migrations, {@code DbmateParser} finds the sections of one.
 */
@NullMarked
package dev.palindrome.adapters.files.dbmate;

import org.jspecify.annotations.NullMarked;
