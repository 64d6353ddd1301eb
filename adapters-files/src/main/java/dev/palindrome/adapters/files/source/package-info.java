/**
 * What several formats need to read files: lines with their numbers, names of files, pieces of SQL that know where they stand,
 * and a list for what is wrong with them. Begin with {@code SourceFile}. No format is named here; the formats depend on this
 * package, and it on none of them.
 */
@NullMarked
package dev.palindrome.adapters.files.source;

import org.jspecify.annotations.NullMarked;
