/**
 * Ready-made parts for adapters of SQL databases: the history as SQL statements, a splitter that a dialect teaches its own
 * rules, and the typed operations in standard SQL, of which a dialect replaces what its database does otherwise. Begin with
 * {@link dev.palindrome.spi.sql.SqlHistoryStore}, {@link dev.palindrome.spi.sql.ScriptSplitter} and
 * {@link dev.palindrome.spi.sql.Renderings}.
 * Nothing here does I/O by itself; all of it works through the {@link dev.palindrome.spi.Session} that it is given.
 */
@NullMarked
package dev.palindrome.spi.sql;

import org.jspecify.annotations.NullMarked;
