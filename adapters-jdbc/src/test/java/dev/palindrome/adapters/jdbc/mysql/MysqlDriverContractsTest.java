package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.adapters.jdbc.ServerAdapterContract;

/** MariaDB keeps the contracts with MySQL's driver too. */
final class MysqlDriverContractsTest extends ServerAdapterContract {
    MysqlDriverContractsTest() {
        super(MariadbServer.WITH_MYSQL_DRIVER, "SELECT SLEEP(120)");
    }
}
