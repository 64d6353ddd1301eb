package dev.palindrome.adapters.jdbc;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A session on a database that opening would create. Queries find an empty database in memory instead, until somebody has
 * made the real one; the first write makes it. So a look at a database that isn't there leaves nothing behind.
 */
public final class LazySession implements Session {
    private final Supplier<Optional<Session>> existing;
    private final Supplier<Session> creating;
    private Session current;
    private boolean isReal;

    private LazySession(Supplier<Optional<Session>> existing, Supplier<Session> creating, Session empty) {
        this.existing = existing;
        this.creating = creating;
        this.current = empty;
    }

    /**
     * Opens the database, or stands in for it while it isn't there.
     *
     * @param existing opens the database if it is there
     * @param creating opens it and creates it
     * @param empty opens an empty database that leaves no trace
     * @return a session
     */
    public static Session open(
            Supplier<Optional<Session>> existing, Supplier<Session> creating, Supplier<Session> empty) {
        return existing.get().orElseGet(() -> new LazySession(existing, creating, empty.get()));
    }

    @Override
    public long execute(Statement statement) {
        return real().execute(statement);
    }

    @Override
    public List<Row> query(Statement query) {
        if (!isReal) {
            existing.get().ifPresent(this::become);
        }
        return current.query(query);
    }

    @Override
    public void begin() {
        real().begin();
    }

    @Override
    public void commit() {
        current.commit();
    }

    @Override
    public void rollback() {
        current.rollback();
    }

    @Override
    public Optional<String> kept() {
        return current.kept();
    }

    @Override
    public void restore() {
        current.restore();
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return real().unwrap(type);
    }

    @Override
    public void close() {
        isReal = true; // from now on it opens nothing any more
        current.close();
    }

    private Session real() {
        if (!isReal) {
            become(creating.get());
        }
        return current;
    }

    private void become(Session real) {
        current.close();
        current = real;
        isReal = true;
    }
}
