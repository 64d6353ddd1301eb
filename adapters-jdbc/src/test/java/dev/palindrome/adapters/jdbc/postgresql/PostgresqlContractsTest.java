package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.testkit.CrashContract;
import dev.palindrome.testkit.SharedAdapterContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** PostgreSQL keeps the contracts. */
final class PostgresqlContractsTest extends SharedAdapterContract {
    PostgresqlContractsTest() {
        super(new PostgresqlServer());
    }

    @Nested
    final class CrashesInTheMidstOfAStatement extends CrashContract {
        CrashesInTheMidstOfAStatement() {
            super(underTest());
        }

        @Override
        protected List<String> busyWith() {
            return List.of("SELECT pg_sleep(120)");
        }
    }
}
