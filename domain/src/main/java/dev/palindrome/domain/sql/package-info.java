/**
 * What can be told of a statement by reading its words, without a database: what it names, makes, takes away and changes. It
 * reads words, not SQL: where it can't tell, it says so, and whoever asks must not guess. Begin with
 * {@link dev.palindrome.domain.sql.Effects}.
 */
@NullMarked
package dev.palindrome.domain.sql;

import org.jspecify.annotations.NullMarked;
