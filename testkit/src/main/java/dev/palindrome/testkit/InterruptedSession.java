package dev.palindrome.testkit;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import java.util.List;
import java.util.Optional;

/** A session that tells of each statement and each commit before it does it, and of its end. */
final class InterruptedSession implements Session {
    private final Session session;
    private final Interruption interruption;

    InterruptedSession(Session session, Interruption interruption) {
        this.session = session;
        this.interruption = interruption;
    }

    @Override
    public long execute(Statement statement) {
        interruption.reached();
        return session.execute(statement);
    }

    @Override
    public List<Row> query(Statement query) {
        return session.query(query);
    }

    @Override
    public void begin() {
        session.begin();
    }

    @Override
    public void commit() {
        interruption.reached();
        session.commit();
    }

    @Override
    public void rollback() {
        session.rollback();
    }

    @Override
    public void restore() {
        session.restore();
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return session.unwrap(type);
    }

    @Override
    public void close() {
        interruption.reached();
        session.close();
    }
}
