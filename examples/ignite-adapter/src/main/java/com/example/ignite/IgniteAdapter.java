package com.example.ignite;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import java.util.EnumSet;
import java.util.Set;

/** The door: which URLs are Ignite's, and what it can do. No transaction holds its DDL, so it has no transactional DDL. */
public final class IgniteAdapter implements DatabaseAdapter {
    private final IgniteDialect dialect = new IgniteDialect();

    @Override
    public String name() {
        return "ignite";
    }

    @Override
    public boolean serves(String url) {
        return url.startsWith(IgniteUrl.SCHEME);
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
        return new IgniteDatabase(address, IgniteUrl.of(address), dialect);
    }
}
