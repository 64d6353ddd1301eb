package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.testkit.CrashContract;
import dev.palindrome.testkit.DialectContract;
import dev.palindrome.testkit.HistoryContract;
import dev.palindrome.testkit.InspectorContract;
import dev.palindrome.testkit.LockContract;
import dev.palindrome.testkit.OperationContract;
import dev.palindrome.testkit.SessionContract;
import dev.palindrome.testkit.TestDatabase;
import dev.palindrome.testkit.TransactionContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** MariaDB keeps the contracts with MySQL's driver too. */
final class MysqlDriverContractsTest {
    private static final TestDatabase DATABASE = MariadbServer.WITH_MYSQL_DRIVER;

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
