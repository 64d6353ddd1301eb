package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.testkit.RoundTripContract;

/** MariaDB takes back whatever operations ran, in whatever order. */
final class MysqlRoundTripTest extends RoundTripContract {
    MysqlRoundTripTest() {
        super(MariadbServer.WITH_MARIADB_DRIVER);
    }

    /** A real server takes its time. */
    @Override
    protected int sequences() {
        return Math.max(1, super.sequences() / 5);
    }
}
