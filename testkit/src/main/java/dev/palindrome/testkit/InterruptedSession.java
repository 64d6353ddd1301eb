package dev.palindrome.testkit;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session that tells of each statement and each commit before it does it, and of its end. If that throws, the session is
 * dead: the connection is gone, and nothing that is tried on it afterwards reaches the database.
 */
final class InterruptedSession implements Session {
    private final Session session;
    private final Interruption interruption;
    private @Nullable Error death;

    InterruptedSession(Session session, Interruption interruption) {
        this.session = session;
        this.interruption = interruption;
    }

    private Session alive() {
        if (death != null) {
            throw death;
        }
        return session;
    }

    private Session reached() {
        Session living = alive();
        try {
            interruption.reached();
        } catch (Error e) {
            death = e;
            session.close();
            throw e;
        }
        return living;
    }

    @Override
    public long execute(Statement statement) {
        return reached().execute(statement);
    }

    @Override
    public List<Row> query(Statement query) {
        return alive().query(query);
    }

    @Override
    public void begin() {
        alive().begin();
    }

    @Override
    public void commit() {
        reached().commit();
    }

    @Override
    public void rollback() {
        alive().rollback();
    }

    @Override
    public Optional<String> kept() {
        return alive().kept();
    }

    @Override
    public void restore() {
        alive().restore();
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return alive().unwrap(type);
    }

    @Override
    public void close() {
        reached().close();
    }
}
