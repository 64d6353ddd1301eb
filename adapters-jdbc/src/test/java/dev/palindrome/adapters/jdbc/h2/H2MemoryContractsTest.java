package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.testkit.DialectContract;
import dev.palindrome.testkit.HistoryContract;
import dev.palindrome.testkit.InspectorContract;
import dev.palindrome.testkit.LockContract;
import dev.palindrome.testkit.OperationContract;
import dev.palindrome.testkit.SessionContract;
import dev.palindrome.testkit.SplittingContract;
import dev.palindrome.testkit.TestDatabase;
import dev.palindrome.testkit.TransactionContract;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** H2 keeps the contracts, in memory. */
final class H2MemoryContractsTest {
    /** It has no types of their own for enums, no indexes on some rows or on expressions, and moves no table. */
    static final Set<String> UNSUPPORTED = Set.of(
            "move-table",
            "create-partial-index",
            "create-expression-index",
            "create-enum-type",
            "drop-enum-type",
            "add-enum-value");

    private static final TestDatabase DATABASE = H2Databases.inMemory();

    @Nested
    final class HistoryTest extends HistoryContract {
        HistoryTest() {
            super(DATABASE);
        }
    }

    @Nested
    final class TransactionTest extends TransactionContract {
        TransactionTest() {
            super(DATABASE);
        }
    }

    @Nested
    final class SessionTest extends SessionContract {
        SessionTest() {
            super(DATABASE);
        }
    }

    @Nested
    final class SplittingTest extends SplittingContract {
        SplittingTest() {
            super(DATABASE.adapter().dialect());
        }
    }

    @Nested
    final class DialectTest extends DialectContract {
        DialectTest() {
            super(DATABASE);
        }
    }

    @Nested
    final class InspectorTest extends InspectorContract {
        InspectorTest() {
            super(DATABASE);
        }
    }

    @Nested
    final class LockTest extends LockContract {
        LockTest() {
            super(DATABASE);
        }
    }

    @Nested
    final class OperationTest extends OperationContract {
        OperationTest() {
            super(DATABASE);
        }

        @Override
        protected Set<String> unsupported() {
            return UNSUPPORTED;
        }

        @Override
        protected Optional<Path> goldenFolder() {
            return Optional.of(Path.of("src/test/resources/operations/h2"));
        }
    }
}
