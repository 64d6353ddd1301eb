/**
 * What all databases with a JDBC driver share: opening connections, sessions on JDBI, where an unqualified history stands.
 * One package per database lies beneath; no database's name occurs here. Begin reading with {@link
 * dev.palindrome.adapters.jdbc.JdbcSession}, and with {@link dev.palindrome.adapters.jdbc.ConnectionRules} for what differs
 * from database to database. Public types are for the packages beneath, not for other modules, except for {@link
 * dev.palindrome.adapters.jdbc.JdbcModule}.
 */
@NullMarked
package dev.palindrome.adapters.jdbc;

import org.jspecify.annotations.NullMarked;
