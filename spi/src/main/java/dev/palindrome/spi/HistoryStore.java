package dev.palindrome.spi;

import java.util.List;
import java.util.Optional;

/**
 * The record of what was applied. Implemented by adapters, for SQL databases by {@code dev.palindrome.spi.sql}; used by the
 * engine. Writes are given as statements, so that the engine runs them on the session and in the transaction of the
 * migration itself, and previews show exactly what will run.
 *
 * @since 0.1
 */
public interface HistoryStore {

    /**
     * Reads the whole history in one query. Called at the beginning of each command, and again once the lock is had.
     *
     * @param session a session outside any transaction
     * @return the entries by growing sequence; empty if there is no history table yet
     * @throws ProblemException with {@code history/foreign-table} if the table isn't a history of ours, with {@code
     *     history/spoiled} if a row of it can't be read
     */
    Optional<List<HistoryEntry>> read(Session session);

    /**
     * Gives what creates the history with its journal. Run once, before the first entry is written; where definitions commit
     * by themselves, a runner can die between two of them.
     *
     * @return statements of which the last creates what {@link #read} looks for, and which can all be run again until then
     */
    List<Statement> create();

    /** {@return the journal of this history} */
    Journal journal();

    /**
     * Records a migration.
     *
     * @param entry the entry; the database gives it its sequence
     * @return a statement that changes one row
     */
    Statement insert(HistoryEntry entry);

    /**
     * Changes what may change of an entry: its checksum, its stored reversal and its tags.
     *
     * @param entry an entry that was read, with what it has from now on
     * @return a statement that changes one row, or none if somebody else removed it meanwhile
     */
    Statement amend(HistoryEntry entry);

    /**
     * Forgets a migration.
     *
     * @param entry an entry that was read
     * @return a statement that changes one row, or none if somebody else removed it meanwhile
     */
    Statement delete(HistoryEntry entry);
}
