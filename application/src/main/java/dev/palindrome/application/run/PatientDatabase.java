package dev.palindrome.application.run;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A database that, while another process has it for itself, is waited for as for a lock. */
final class PatientDatabase implements Database {
    private final Database database;
    private final Duration timeout;
    private final Consumer<String> waitingFor;

    /** Waits at most so long for each session, and tells once for each wait. */
    PatientDatabase(Database database, Duration timeout, Consumer<String> waitingFor) {
        this.database = database;
        this.timeout = timeout;
        this.waitingFor = waitingFor;
    }

    @Override
    public Session openSession() {
        Patience patience = new Patience(timeout);
        boolean told = false;
        while (true) {
            try {
                return database.openSession();
            } catch (ProblemException e) {
                boolean inUse = e.problems().stream().anyMatch(p -> p.code().equals(ProblemCodes.DATABASE_IN_USE));
                if (!inUse) {
                    throw e;
                }
                if (!told) {
                    waitingFor.accept("another process that has the database for itself");
                    told = true;
                }
                if (!patience.pause()) {
                    throw e;
                }
            }
        }
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
