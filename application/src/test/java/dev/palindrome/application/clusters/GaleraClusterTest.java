package dev.palindrome.application.clusters;

import dev.palindrome.testkit.CrashContract;
import dev.palindrome.testkit.HistoryContract;
import dev.palindrome.testkit.InterruptionContract;
import dev.palindrome.testkit.LockContract;
import dev.palindrome.testkit.SessionContract;
import dev.palindrome.testkit.TransactionContract;
import org.junit.jupiter.api.Nested;

/** A node of a cluster keeps the contracts in which clusters differ from servers. */
final class GaleraClusterTest {
    private static final FirstNode NODE = new FirstNode();

    @Nested
    final class Histories extends HistoryContract {
        Histories() {
            super(NODE);
        }
    }

    @Nested
    final class Locks extends LockContract {
        Locks() {
            super(NODE);
        }
    }

    @Nested
    final class Transactions extends TransactionContract {
        Transactions() {
            super(NODE);
        }
    }

    @Nested
    final class Sessions extends SessionContract {
        Sessions() {
            super(NODE);
        }
    }

    @Nested
    final class Crashes extends CrashContract {
        Crashes() {
            super(NODE);
        }
    }

    @Nested
    final class Interruptions extends InterruptionContract {
        Interruptions() {
            super(NODE);
        }
    }
}
