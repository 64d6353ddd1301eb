package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.testkit.OperationContract;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** H2 keeps the contract of operations under settings that change what names and statements mean. */
final class H2SettingsContractsTest {

    private abstract static class Under extends OperationContract {
        Under(String settings) {
            super(H2Databases.inMemory(settings));
        }

        @Override
        protected Set<String> unsupported() {
            return H2MemoryContractsTest.UNSUPPORTED;
        }
    }

    @Nested
    final class PostgresqlTest extends Under {
        PostgresqlTest() {
            super("MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        }
    }

    @Nested
    final class MysqlTest extends Under {
        MysqlTest() {
            super("MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        }
    }

    @Nested
    final class UnfoldedTest extends Under {
        UnfoldedTest() {
            super("DATABASE_TO_UPPER=FALSE");
        }
    }

    @Nested
    final class InFilesTest extends OperationContract {
        InFilesTest() {
            super(H2Databases.inFiles());
        }

        @Override
        protected Set<String> unsupported() {
            return H2MemoryContractsTest.UNSUPPORTED;
        }
    }
}
