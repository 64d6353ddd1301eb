/**
 * Ready-made parts for adapters of SQL databases: the history as SQL statements, and a splitter that a dialect teaches its
 * own rules. Begin with {@link dev.palindrome.spi.sql.SqlHistoryStore} and {@link dev.palindrome.spi.sql.ScriptSplitter}.
 * Nothing here does I/O by itself; all of it works through the {@link dev.palindrome.spi.Session} that it is given.
 */
@NullMarked
package dev.palindrome.spi.sql;

import org.jspecify.annotations.NullMarked;
