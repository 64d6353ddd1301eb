package dev.palindrome.adapters.jdbc.mysql;

/** MariaDB keeps the contracts with MySQL's driver too. */
final class MysqlDriverContractsTest extends MysqlAdapterContract {
    MysqlDriverContractsTest() {
        super(MariadbServer.WITH_MYSQL_DRIVER);
    }
}
