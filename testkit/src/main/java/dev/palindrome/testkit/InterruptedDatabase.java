package dev.palindrome.testkit;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import java.util.Optional;

/** A database whose sessions are interrupted. */
final class InterruptedDatabase implements Database {
    private final Database database;
    private final Interruption interruption;

    InterruptedDatabase(Database database, Interruption interruption) {
        this.database = database;
        this.interruption = interruption;
    }

    @Override
    public Session openSession() {
        return new InterruptedSession(database.openSession(), interruption);
    }

    @Override
    public LockAttempt tryLock(Session session, LockRequest request) {
        return database.tryLock(session, request);
    }

    @Override
    public Optional<String> lockHolder(Session session, HistoryTable table) {
        return database.lockHolder(session, table);
    }

    @Override
    public HistoryStore history(HistoryTable table) {
        return database.history(table);
    }

    @Override
    public SchemaInspector inspector() {
        return database.inspector();
    }

    @Override
    public void close() {
        database.close();
    }
}
