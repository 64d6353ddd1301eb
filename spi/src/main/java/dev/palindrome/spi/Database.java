package dev.palindrome.spi;

import java.util.Optional;

/**
 * A database at an address: its sessions, its lock, its history. Implemented by adapters, used by the engine. Safe for use
 * by several threads.
 *
 * @since 0.1
 */
public interface Database extends AutoCloseable {

    /**
     * Opens a connection. Called once per command, not once per migration.
     *
     * @return a session outside any transaction
     * @throws ProblemException with {@code database/unreachable}, {@code database/login} or {@code database/in-use}
     */
    Session openSession();

    /**
     * Tries to become the one runner, without waiting. The engine tries again after a pause; an adapter must not block,
     * because a blocked connection with a snapshot can stop PostgreSQL's CREATE INDEX CONCURRENTLY for ever.
     *
     * @param session the session that will do the work, outside any transaction
     * @param request which lock, and for whom
     * @return the lock ({@link Lock#ofSession} makes one that hangs on the session), or who has it; a dead process must not be
     *     among those who have it
     * @throws ProblemException if the database can't say
     */
    LockAttempt tryLock(Session session, LockRequest request);

    /**
     * Looks who is the one runner, without becoming it even for a moment: nobody who tries to lock meanwhile may notice.
     * Writes nothing and makes nothing. Called at any time, by whoever shows how things stand.
     *
     * @param session outside any transaction
     * @param table whose lock
     * @return who has it, in words for people, as {@link #tryLock} says it; empty if nobody has, or nobody ever had
     * @throws ProblemException if the database can't say
     */
    Optional<String> lockHolder(Session session, HistoryTable table);

    /**
     * Gives access to a history table.
     *
     * @param table its name
     * @return the store; neither the table nor a connection need to be there yet
     * @throws ProblemException with {@code history/schema} if the name has a schema and the adapter denies {@link
     *     Capability#SCHEMAS}
     */
    HistoryStore history(HistoryTable table);

    /** {@return what reads the database's catalogue} */
    SchemaInspector inspector();

    /**
     * Lets go of whatever {@link DatabaseAdapter#connect} prepared: by default that was nothing. Sessions are closed by whoever
     * opened them.
     */
    @Override
    default void close() {}
}
