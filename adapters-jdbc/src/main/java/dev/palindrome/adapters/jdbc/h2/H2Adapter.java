package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** H2's door to the engine. */
public final class H2Adapter implements DatabaseAdapter {
    private final Dialect dialect = new H2Dialect();

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public boolean serves(String url) {
        return url.startsWith(H2Url.PREFIX);
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
        return Optional.of(H2Url.PREFIX + "mem:" + UUID.randomUUID());
    }

    @Override
    public Database connect(DatabaseAddress address) {
        return new H2Database(address, dialect);
    }
}
