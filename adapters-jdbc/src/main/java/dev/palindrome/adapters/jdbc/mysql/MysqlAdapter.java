package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import java.util.EnumSet;
import java.util.Set;

/** The door of MySQL and MariaDB to the engine. */
public final class MysqlAdapter implements DatabaseAdapter {
    private final Dialect dialect = new MysqlDialect();

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public boolean serves(String url) {
        return MysqlUrl.isServed(url);
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.SCHEMAS, Capability.SHARED_DATABASE);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Database connect(DatabaseAddress address) {
        return new MysqlDatabase(address, dialect);
    }
}
