/**
 * SQLite, in files and in memory. Its lock is an operating system's lock on a file beside the database's; its DDL rolls back.
 * Begin reading with {@code SqliteDatabase}.
 */
@NullMarked
package dev.palindrome.adapters.jdbc.sqlite;

import org.jspecify.annotations.NullMarked;
