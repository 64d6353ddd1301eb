package com.example.ignite;

import dev.palindrome.spi.StatementException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.lang.IgniteException;
import org.apache.ignite.tx.Transaction;
import org.apache.ignite.tx.TransactionOptions;

/**
 * A transaction, and whether its commit means anything. Ignite 3.1 answers the commit of a transaction that it has long rolled
 * back, since a statement failed or its time was over, as if it had been committed. So both are remembered here.
 */
final class OpenTransaction {
    private final Transaction transaction;
    private final Duration timeout;
    private final long begun = System.nanoTime();
    private final Instant begunOn = Instant.now();
    private boolean hasFailed;

    private OpenTransaction(Transaction transaction, Duration timeout) {
        this.transaction = transaction;
        this.timeout = timeout;
    }

    static OpenTransaction begin(IgniteClient client, Duration timeout) {
        try {
            return new OpenTransaction(
                    client.transactions().begin(new TransactionOptions().timeoutMillis(timeout.toMillis())), timeout);
        } catch (IgniteException e) {
            throw IgniteSession.failed(e);
        }
    }

    Transaction transaction() {
        return transaction;
    }

    void hasFailed() {
        hasFailed = true;
    }

    void commit() {
        if (hasFailed) {
            rollback();
            throw new StatementException(
                    "The transaction was rolled back when a statement in it failed",
                    Optional.empty(),
                    false,
                    new IllegalStateException("rolled back"));
        }
        try {
            transaction.commit();
        } catch (IgniteException e) {
            throw IgniteSession.failed(e);
        }
        if (mayHaveTimedOut()) {
            throw new StatementException(
                    "The transaction took longer than its timeout of " + timeout.toSeconds()
                            + " s, so that Ignite may have rolled it back. Set a longer one in the URL: ?timeout=seconds",
                    Optional.empty(),
                    true,
                    new IllegalStateException("timed out"));
        }
    }

    /** One of the two clocks goes on, whether a process was paused or its machine. */
    private boolean mayHaveTimedOut() {
        return System.nanoTime() - begun >= timeout.toNanos()
                || Duration.between(begunOn, Instant.now()).compareTo(timeout) >= 0;
    }

    /** If that fails, the connection is gone, and Ignite rolls back. */
    void rollback() {
        try {
            transaction.rollback();
        } catch (IgniteException e) {
            hasFailed = true;
        }
    }
}
