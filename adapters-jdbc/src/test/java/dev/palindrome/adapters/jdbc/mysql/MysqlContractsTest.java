package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.testkit.CrashContract;
import dev.palindrome.testkit.SharedAdapterContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** MariaDB keeps the contracts, with its own driver. */
final class MysqlContractsTest extends SharedAdapterContract {
    MysqlContractsTest() {
        super(MariadbServer.WITH_MARIADB_DRIVER);
    }

    @Nested
    final class CrashesInTheMidstOfAStatement extends CrashContract {
        CrashesInTheMidstOfAStatement() {
            super(underTest());
        }

        @Override
        protected List<String> busyWith() {
            return List.of("SELECT SLEEP(120)");
        }
    }
}
