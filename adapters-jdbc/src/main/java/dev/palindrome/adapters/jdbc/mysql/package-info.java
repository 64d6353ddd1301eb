/**
 * MySQL and MariaDB, from MySQL 8.0 and MariaDB 10.5 on, with the driver of either. Its lock is a named lock of the working
 * session, on a cluster a lease; its DDL commits. Begin reading with {@code MysqlDatabase}; for scripts, with {@code MysqlSplitter}; for typed
 * operations, with {@code MysqlInspector} and {@code MysqlRenderings}.
 */
@NullMarked
package dev.palindrome.adapters.jdbc.mysql;

import org.jspecify.annotations.NullMarked;
