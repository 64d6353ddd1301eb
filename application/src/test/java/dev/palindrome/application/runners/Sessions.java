package dev.palindrome.application.runners;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The sessions that others have at a database. One in a file has none: there the process is all there is. */
public enum Sessions {
    POSTGRESQL(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    + " AND backend_type = 'client backend'",
            "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
            "SELECT pg_terminate_backend(%s)"),
    MARIADB(
            "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()",
            "SELECT info FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()",
            "KILL CONNECTION %s"),
    H2(
            "SELECT session_id FROM information_schema.sessions WHERE session_id <> SESSION_ID()",
            "SELECT executing_statement FROM information_schema.sessions WHERE session_id <> SESSION_ID()",
            "CALL ABORT_SESSION(%s)");

    private static final Duration SOON = Duration.ofSeconds(20);

    private final String query;
    private final String statements;
    private final String end;

    Sessions(String query, String statements, String end) {
        this.query = query;
        this.statements = statements;
        this.end = end;
    }

    /** {@return those of a database, if a server has it} */
    public static Optional<Sessions> at(DatabaseKind kind, TestDatabase database) {
        boolean isServed = database.url().contains("//") || database.url().contains(":tcp:");
        return isServed ? Optional.of(valueOf(kind.name())) : Optional.empty();
    }

    /** Waits until the server has ended all; it may need a moment to notice that a client is gone. */
    public void awaitEnd(TestDatabase database) {
        Poll.until("everybody is gone", SOON, () -> others(database).isEmpty());
    }

    /** Has the server end all, whatever they do. */
    public void end(TestDatabase database) {
        others(database).forEach(id -> database.run(String.format(end, id)));
        awaitEnd(database);
    }

    /** {@return whether another session is at that statement just now} */
    public boolean isWithin(TestDatabase database, String sql) {
        return database.rows(statements).stream().anyMatch(statement -> statement.contains(sql));
    }

    private List<String> others(TestDatabase database) {
        return database.rows(query);
    }
}
