package dev.palindrome.testkit;

import org.junit.jupiter.api.Nested;

/**
 * All that an adapter has to prove on databases of one kind, by topic. An adapter's test extends it and names how to get such
 * a database; where other processes can open them, it extends {@link SharedAdapterContract}. Each contract can be extended
 * by itself too.
 */
public abstract class AdapterContract {
    private final TestDatabase database;

    /**
     * For an adapter's test.
     *
     * @param database what to prove
     */
    protected AdapterContract(TestDatabase database) {
        this.database = database;
    }

    /** {@return what to prove} */
    protected final TestDatabase underTest() {
        return database;
    }

    @Nested
    final class Histories extends HistoryContract {
        Histories() {
            super(database);
        }
    }

    @Nested
    final class Locks extends LockContract {
        Locks() {
            super(database);
        }
    }

    @Nested
    final class Transactions extends TransactionContract {
        Transactions() {
            super(database);
        }
    }

    @Nested
    final class Sessions extends SessionContract {
        Sessions() {
            super(database);
        }
    }

    @Nested
    final class Splitting extends SplittingContract {
        Splitting() {
            super(database);
        }
    }

    @Nested
    final class Dialects extends DialectContract {
        Dialects() {
            super(database);
        }
    }

    @Nested
    final class Inspectors extends InspectorContract {
        Inspectors() {
            super(database);
        }
    }

    @Nested
    final class Operations extends OperationContract {
        Operations() {
            super(database);
        }
    }

    @Nested
    final class RoundTrips extends RoundTripContract {
        RoundTrips() {
            super(database);
        }
    }
}
