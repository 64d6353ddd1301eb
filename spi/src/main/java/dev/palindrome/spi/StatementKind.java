package dev.palindrome.spi;

/**
 * How a statement stands to transactions. Decided by the dialect's splitter.
 *
 * @since 0.1
 */
public enum StatementKind {
    /** Runs in whatever transaction there is. */
    ORDINARY,
    /** Refuses to run inside a transaction, such as PostgreSQL's CREATE INDEX CONCURRENTLY. */
    STANDALONE,
    /**
     * Commits whatever is open before it runs, and itself when it has run, so that no transaction holds it: a definition, on
     * databases that deny {@link Capability#TRANSACTIONAL_DDL}.
     */
    COMMITTING,
    /** Begins a transaction. */
    BEGIN,
    /** Commits the transaction. */
    COMMIT,
    /** Ends the transaction in another way, or otherwise controls it so that it can't be left to the engine. */
    ROLLBACK;

    /** {@return whether it commits by itself, whatever happens after it} */
    public boolean isByItself() {
        return this == STANDALONE || this == COMMITTING;
    }

    /** {@return whether this is one of the statements by which a script controls transactions itself} */
    public boolean controlsTransaction() {
        return this == BEGIN || this == COMMIT || this == ROLLBACK;
    }
}
