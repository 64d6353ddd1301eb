package dev.palindrome.testkit;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import java.util.EnumSet;
import java.util.Set;

/**
 * A database that runs nothing and forgets nothing, for tests of whatever stands above the adapters. Its URLs are {@code
 * memory:<name>}; tests look into it with {@link InMemoryDatabase#named}. It passes the contracts that real adapters pass, those
 * on databases that no other process can open: a process that names the same URL gets a database of its own.
 *
 * <p>Scripts are remembered, whatever they say. Of the typed operations it takes those that make and drop tables with columns and
 * a primary key, and those on rows, which it remembers too and doesn't keep; it refuses all others.
 */
public final class InMemoryDatabaseAdapter implements DatabaseAdapter {
    /** What its URLs begin with. */
    public static final String PREFIX = "memory:";

    private final Dialect dialect = new InMemoryDialect();

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public boolean serves(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.TRANSACTIONAL_DDL);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Database connect(DatabaseAddress address) {
        return InMemoryDatabase.named(address.url().substring(PREFIX.length()));
    }
}
