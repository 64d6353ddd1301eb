package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.testkit.OperationContract;
import org.junit.jupiter.api.Nested;

/** H2 keeps the contract of operations under settings that change what names and statements mean. */
final class H2SettingsContractsTest {

    @Nested
    final class PostgresqlTest extends OperationContract {
        PostgresqlTest() {
            super(H2Databases.inMemory("MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"));
        }
    }

    @Nested
    final class MysqlTest extends OperationContract {
        MysqlTest() {
            super(H2Databases.inMemory("MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"));
        }
    }

    @Nested
    final class UnfoldedTest extends OperationContract {
        UnfoldedTest() {
            super(H2Databases.inMemory("DATABASE_TO_UPPER=FALSE"));
        }
    }
}
