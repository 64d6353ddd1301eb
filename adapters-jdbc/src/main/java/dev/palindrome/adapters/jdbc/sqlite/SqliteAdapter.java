package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** SQLite's door to the engine. */
public final class SqliteAdapter implements DatabaseAdapter {
    private final Dialect dialect = new SqliteDialect();

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public boolean serves(String url) {
        return url.startsWith(SqliteUrl.PREFIX);
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.TRANSACTIONAL_DDL, Capability.SHARED_DATABASE);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Optional<String> scratchUrl() {
        return Optional.of("jdbc:sqlite:file:" + UUID.randomUUID() + "?mode=memory&cache=shared");
    }

    @Override
    public Database connect(DatabaseAddress address) {
        return new SqliteDatabase(address, dialect);
    }
}
