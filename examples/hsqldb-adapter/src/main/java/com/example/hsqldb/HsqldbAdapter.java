package com.example.hsqldb;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door: which URLs are HSQLDB's, and what it can do. Its DDL commits, so it has no transactional DDL. */
public final class HsqldbAdapter implements DatabaseAdapter {
    private final Dialect dialect = new HsqldbDialect();

    @Override
    public String name() {
        return "hsqldb";
    }

    @Override
    public boolean serves(String url) {
        return url.startsWith("jdbc:hsqldb:");
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
    public Optional<String> scratchUrl() {
        return Optional.of("jdbc:hsqldb:mem:" + UUID.randomUUID() + ";shutdown=true");
    }

    @Override
    public Database connect(DatabaseAddress address) {
        return new HsqldbDatabase(address, dialect, new HsqldbInspector(dialect));
    }
}
