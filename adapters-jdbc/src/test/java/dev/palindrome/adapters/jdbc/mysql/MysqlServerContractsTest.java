package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.adapters.jdbc.ServerAdapterContract;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** MySQL's own server keeps the contracts, with its own driver. */
@EnabledIfSystemProperty(named = MysqlServer.PROPERTY, matches = ".+", disabledReason = "no server of MySQL is named")
final class MysqlServerContractsTest extends ServerAdapterContract {
    MysqlServerContractsTest() {
        super(MysqlServer.WITH_MYSQL_DRIVER, "SELECT SLEEP(120)");
    }
}
