package dev.palindrome.domain.run;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A session lent to Java code: it may do everything but end the migration's transaction. A text of several statements is
 * split first, since some drivers run only the first of them and report success.
 */
final class GuardedSession implements Session {
    private final Session session;
    private final Dialect dialect;

    GuardedSession(Session session, Dialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    @Override
    public long execute(Statement statement) {
        if (!statement.parameters().isEmpty()) {
            return session.execute(statement);
        }
        List<Statement> statements = dialect.split(new SqlScript(statement.sql(), statement.location()));
        if (statements.stream().anyMatch(part -> part.kind().controlsTransaction())) {
            throw refusal();
        }
        return statements.stream().mapToLong(session::execute).sum();
    }

    @Override
    public List<Row> query(Statement query) {
        return session.query(query);
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return session.unwrap(type);
    }

    @Override
    public void begin() {
        throw refusal();
    }

    @Override
    public void commit() {
        throw refusal();
    }

    @Override
    public void rollback() {
        throw refusal();
    }

    @Override
    public void restore() {
        throw refusal();
    }

    @Override
    public void close() {
        throw refusal();
    }

    private static IllegalStateException refusal() {
        return new IllegalStateException(
                "A migration's code must not begin, end or close anything: its transaction is Palindrome's");
    }
}
