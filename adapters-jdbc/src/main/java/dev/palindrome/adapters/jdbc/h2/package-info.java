/**
 * H2, in files, in memory and as a server. Its lock is a row that a second connection keeps locked; its DDL commits, so that
 * migrations can't roll back whole. Begin reading with {@code H2Database}.
 */
@NullMarked
package dev.palindrome.adapters.jdbc.h2;

import org.jspecify.annotations.NullMarked;
