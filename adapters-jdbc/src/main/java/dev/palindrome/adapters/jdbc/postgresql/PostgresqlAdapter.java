package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import java.util.EnumSet;
import java.util.Set;

/** PostgreSQL's door to the engine. */
public final class PostgresqlAdapter implements DatabaseAdapter {
    private final Dialect dialect = new PostgresqlDialect();

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public boolean serves(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.TRANSACTIONAL_DDL, Capability.SCHEMAS, Capability.SHARED_DATABASE);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Database connect(DatabaseAddress address) {
        return new PostgresqlDatabase(address, dialect);
    }
}
