package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.testkit.CrashContract;
import dev.palindrome.testkit.SharedAdapterContract;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** MySQL's own server keeps the contracts, with its own driver. */
@EnabledIfSystemProperty(named = MysqlServer.PROPERTY, matches = ".+", disabledReason = "no server of MySQL is named")
final class MysqlServerContractsTest extends SharedAdapterContract {
    MysqlServerContractsTest() {
        super(MysqlServer.WITH_MYSQL_DRIVER);
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
