package com.example.hsqldb;

import dev.palindrome.spi.Capability;
import dev.palindrome.testkit.AdapterContract;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** HSQLDB keeps the contracts, in files that one process has open. */
final class HsqldbFileTest extends AdapterContract {
    @TempDir
    private static Path folder;

    HsqldbFileTest() {
        super(new HsqldbDatabases(() -> "jdbc:hsqldb:file:" + folder.resolve("it's " + UUID.randomUUID())));
    }

    @Override
    protected Set<Capability> provenElsewhere() {
        return Set.of(Capability.SHARED_DATABASE);
    }
}
