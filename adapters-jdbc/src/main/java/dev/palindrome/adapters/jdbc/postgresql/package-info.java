/**
 * PostgreSQL, from version 10 on. Its lock is an advisory lock of the working session; its DDL rolls back. Begin reading
 * with {@code PostgresqlDatabase}.
 */
@NullMarked
package dev.palindrome.adapters.jdbc.postgresql;

import org.jspecify.annotations.NullMarked;
