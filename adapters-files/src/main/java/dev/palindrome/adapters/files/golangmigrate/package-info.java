/** Folders written for golang-migrate. Begin with {@code GolangMigrateReader}. */
@NullMarked
package dev.palindrome.adapters.files.golangmigrate;

import org.jspecify.annotations.NullMarked;
