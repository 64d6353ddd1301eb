package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.adapters.jdbc.ServerAdapterContract;

/** PostgreSQL keeps the contracts. */
final class PostgresqlContractsTest extends ServerAdapterContract {
    PostgresqlContractsTest() {
        super(new PostgresqlServer(), "SELECT pg_sleep(120)");
    }
}
