package dev.palindrome.testkit;

import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.catalogue.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A session on a database in memory. Within a transaction it works on a copy, and at its end does the same once more on the
 * database itself.
 */
final class InMemorySession implements Session {
    private static final Pattern LITERAL = Pattern.compile("(?is)\\s*SELECT (.+) AS (\\w+)\\s*");

    private final InMemoryDatabase database;
    private final List<Lock> locks = new ArrayList<>();
    private final List<Statement> uncommitted = new ArrayList<>();
    private @Nullable InMemoryState transaction;
    private boolean closed;

    InMemorySession(InMemoryDatabase database) {
        this.database = database;
    }

    /** Finds the session that others may have wrapped. */
    static InMemorySession of(Session session) {
        return session.unwrap(InMemorySession.class)
                .orElseThrow(() -> new IllegalArgumentException("Not a session of a database in memory: " + session));
    }

    @Override
    public long execute(Statement statement) {
        checkOpen();
        if (statement.kind() == StatementKind.BEGIN) {
            begin();
            return 0;
        }
        if (statement.kind() == StatementKind.COMMIT) {
            commit();
            return 0;
        }
        if (statement.kind() == StatementKind.ROLLBACK) {
            rollback();
            return 0;
        }
        InMemoryState inTransaction = transaction;
        if (inTransaction == null) {
            return runForGood(List.of(statement));
        }
        if (statement.kind().isByItself()) {
            throw InMemoryState.failure("this can't run inside a transaction");
        }
        long changed = inTransaction.run(statement);
        uncommitted.add(statement);
        return changed;
    }

    /** Gives a literal back, or else a row for each statement that was executed. */
    @Override
    public List<Row> query(Statement query) {
        checkOpen();
        Matcher matcher = LITERAL.matcher(query.sql());
        return matcher.matches()
                ? List.of(Row.of(List.of(matcher.group(2)), Arrays.asList(value(matcher.group(1)))))
                : state().executed().stream()
                        .map(sql -> Row.of(List.of("sql"), List.of(sql)))
                        .toList();
    }

    @Override
    public void begin() {
        checkOpen();
        if (transaction != null) {
            throw InMemoryState.failure("there is a transaction already");
        }
        transaction = database.snapshot();
    }

    @Override
    public void commit() {
        checkOpen();
        List<Statement> statements = List.copyOf(uncommitted);
        rollback();
        runForGood(statements);
    }

    @Override
    public void rollback() {
        transaction = null;
        uncommitted.clear();
    }

    @Override
    public void restore() {
        // there are no settings
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    @Override
    public void close() {
        rollback();
        locks.forEach(Lock::close);
        closed = true;
    }

    void endsWith(Lock lock) {
        locks.add(lock);
    }

    Optional<List<HistoryEntry>> history(String table) {
        checkOpen();
        return state().history(table);
    }

    List<JournalEntry> journal(String table) {
        checkOpen();
        return state().journal(table);
    }

    Optional<List<String>> columns(String table) {
        checkOpen();
        return state().columns(table);
    }

    List<Table> tables() {
        checkOpen();
        return state().tables();
    }

    private InMemoryState state() {
        InMemoryState inTransaction = transaction;
        return inTransaction == null ? database.snapshot() : inTransaction;
    }

    private long runForGood(List<Statement> statements) {
        synchronized (database) {
            InMemoryState next = database.snapshot();
            long changed = statements.stream().mapToLong(next::run).sum();
            database.replace(next);
            return changed;
        }
    }

    private void checkOpen() {
        if (closed) {
            String message = "the session is closed";
            throw new StatementException(message, Optional.empty(), true, new IllegalStateException(message));
        }
    }

    private static @Nullable Object value(String literal) {
        if (literal.equalsIgnoreCase("NULL")) {
            return null;
        }
        if (literal.equalsIgnoreCase("TRUE") || literal.equalsIgnoreCase("FALSE")) {
            return Boolean.valueOf(literal);
        }
        return literal.startsWith("'")
                ? literal.substring(1, literal.length() - 1).replace("''", "'")
                : new BigDecimal(literal);
    }
}
