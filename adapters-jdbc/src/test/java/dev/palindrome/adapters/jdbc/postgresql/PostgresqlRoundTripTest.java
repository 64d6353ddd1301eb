package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.testkit.RoundTripContract;
import dev.palindrome.testkit.TestDatabase;

/** PostgreSQL takes back whatever operations ran, in whatever order. */
final class PostgresqlRoundTripTest extends RoundTripContract {
    PostgresqlRoundTripTest() {
        super(new Interpreting());
    }

    /** A real server takes its time. */
    @Override
    protected int sequences() {
        return Math.max(1, super.sequences() / 5);
    }

    /** Without compiling queries, which takes longer than running them on small catalogues. */
    private static final class Interpreting implements TestDatabase {
        @Override
        public DatabaseAdapter adapter() {
            return new PostgresqlAdapter();
        }

        @Override
        public DatabaseAddress freshAddress() {
            String url = PostgresqlServer.freshUrl();
            return DatabaseAddress.of(url + (url.contains("?") ? "&" : "?") + "options=-c%20jit%3Doff");
        }
    }
}
