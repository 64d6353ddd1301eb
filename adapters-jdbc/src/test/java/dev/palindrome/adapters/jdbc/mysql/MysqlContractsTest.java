package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.adapters.jdbc.ServerAdapterContract;

/** MariaDB keeps the contracts, with its own driver. */
final class MysqlContractsTest extends ServerAdapterContract {
    MysqlContractsTest() {
        super(MariadbServer.WITH_MARIADB_DRIVER, "SELECT SLEEP(120)");
    }
}
