package dev.palindrome.testkit;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A database in the memory of this process: what was executed and committed, the history, and who has the lock. Safe for use
 * by several threads.
 */
public final class InMemoryDatabase implements Database {
    /** All there are: like a server's, a database in memory belongs to the process, not to whoever connects first. */
    private static final Map<String, InMemoryDatabase> ALL = new ConcurrentHashMap<>();

    private final Map<HistoryTable, InMemoryLock> locks = new ConcurrentHashMap<>();
    private final SchemaInspector inspector = new InMemoryInspector();
    private InMemoryState committed = new InMemoryState();

    private InMemoryDatabase() {}

    /**
     * The database of that name, empty when it is first asked for.
     *
     * @param name what follows {@code memory:} in its URL
     * @return the database
     */
    public static InMemoryDatabase named(String name) {
        return ALL.computeIfAbsent(name, first -> new InMemoryDatabase());
    }

    /** {@return the texts of the statements that were executed and committed, in order, without those of the history} */
    public synchronized List<String> executed() {
        return committed.executed();
    }

    /** {@return the entries of the history with the default name, as committed} */
    public List<HistoryEntry> history() {
        return history(HistoryTable.DEFAULT.name());
    }

    /**
     * Looks at a history.
     *
     * @param table its table's name
     * @return its entries, as committed; none if there is no such history
     */
    public synchronized List<HistoryEntry> history(String table) {
        return committed.history(table).orElse(List.of());
    }

    @Override
    public Session openSession() {
        return new InMemorySession(this);
    }

    @Override
    public LockAttempt tryLock(Session session, LockRequest request) {
        InMemoryLock ours = new InMemoryLock(request, locks);
        InMemoryLock other = locks.putIfAbsent(request.table(), ours);
        if (other != null) {
            return new LockAttempt.HeldBy(other.holder());
        }
        InMemorySession.of(session).endsWith(ours);
        return new LockAttempt.Acquired(ours);
    }

    @Override
    public Optional<String> lockHolder(Session session, HistoryTable table) {
        return Optional.ofNullable(locks.get(table)).map(InMemoryLock::holder);
    }

    @Override
    public HistoryStore history(HistoryTable table) {
        if (table.schema().isPresent()) {
            throw new ProblemException(Problem.error(
                    ProblemCodes.HISTORY_SCHEMA,
                    "The history table '" + table
                            + "' names a schema, and a database in memory has none. Leave it out."));
        }
        return new InMemoryHistory(table.name());
    }

    @Override
    public SchemaInspector inspector() {
        return inspector;
    }

    @Override
    public void close() {
        // it stays for the next one who connects
    }

    synchronized InMemoryState snapshot() {
        return committed.copy();
    }

    synchronized void replace(InMemoryState state) {
        committed = state;
    }
}
