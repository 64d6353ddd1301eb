package com.example.hsqldb;

import dev.palindrome.spi.sql.ConnectionSession;
import java.sql.Connection;
import java.sql.SQLException;

/** What HSQLDB does its own way on a connection. */
final class HsqldbSession extends ConnectionSession {

    HsqldbSession(Connection connection) throws SQLException {
        super(connection);
    }

    /** The schema, the time zone, whatever a script may have set. */
    @Override
    public void restore() {
        execute("ALTER SESSION RESET ALL");
    }

    /** Without the statement that HSQLDB puts behind the message. */
    @Override
    protected String message(SQLException error) {
        return super.message(error).replaceFirst("(?s) in statement \\[.*", "");
    }
}
