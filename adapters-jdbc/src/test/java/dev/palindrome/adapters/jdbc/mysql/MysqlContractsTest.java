package dev.palindrome.adapters.jdbc.mysql;

/** MariaDB keeps the contracts, with its own driver. */
final class MysqlContractsTest extends MysqlAdapterContract {
    MysqlContractsTest() {
        super(MariadbServer.WITH_MARIADB_DRIVER);
    }
}
