package com.example.hsqldb;

import dev.palindrome.testkit.AdapterContract;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** HSQLDB keeps the contracts, in files that one process has open. */
final class HsqldbFileTest extends AdapterContract {
    @TempDir
    private static Path folder;

    HsqldbFileTest() {
        super(new HsqldbDatabases(() -> "jdbc:hsqldb:file:" + folder.resolve("it's " + UUID.randomUUID())));
    }
}
