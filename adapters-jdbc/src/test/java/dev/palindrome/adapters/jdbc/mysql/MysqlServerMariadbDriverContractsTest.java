package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.adapters.jdbc.ServerAdapterContract;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** MySQL's own server keeps the contracts, with MariaDB's driver too. */
@EnabledIfSystemProperty(named = MysqlServer.PROPERTY, matches = ".+", disabledReason = "no server of MySQL is named")
final class MysqlServerMariadbDriverContractsTest extends ServerAdapterContract {
    MysqlServerMariadbDriverContractsTest() {
        super(MysqlServer.WITH_MARIADB_DRIVER, "SELECT SLEEP(120)");
    }
}
