/**
 * PostgreSQL, from version 10 on. Its lock is an advisory lock of the working session; its DDL rolls back. Begin reading
 * with {@code PostgresqlDatabase}; for typed operations, with {@code PostgresqlInspector} and the queries that stand beside it
 * as files, and {@code PostgresqlRenderings}.
 */
@NullMarked
package dev.palindrome.adapters.jdbc.postgresql;

import org.jspecify.annotations.NullMarked;
