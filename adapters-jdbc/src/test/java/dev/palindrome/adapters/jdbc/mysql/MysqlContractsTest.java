package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.testkit.CrashContract;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** MariaDB keeps the contracts, with its own driver. */
final class MysqlContractsTest {
    private static final TestDatabase DATABASE = MariadbServer.WITH_MARIADB_DRIVER;

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
    final class OperationTest extends OperationContract {
        OperationTest() {
            super(DATABASE);
        }

        @Override
        protected Set<String> unsupported() {
            return Set.of(
                    "create-partial-index",
                    "create-expression-index",
                    "create-enum-type",
                    "drop-enum-type",
                    "add-enum-value");
        }

        @Override
        protected Optional<Path> goldenFolder() {
            return Optional.of(Path.of("src", "test", "resources", "operations", "mysql"));
        }
    }

    @Nested
    final class LockTest extends LockContract {
        LockTest() {
            super(DATABASE);
        }
    }

    @Nested
    final class CrashTest extends CrashContract {
        CrashTest() {
            super(DATABASE);
        }
    }

    @Nested
    final class CrashInTheMidstOfAStatementTest extends CrashContract {
        CrashInTheMidstOfAStatementTest() {
            super(DATABASE);
        }

        @Override
        protected List<String> busyWith() {
            return List.of("SELECT SLEEP(120)");
        }
    }
}
