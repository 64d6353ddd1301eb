package dev.palindrome.adapters.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for databases in files; {@code mvn clean} removes them. */
public final class TestFolders {
    private TestFolders() {}

    /** {@return an empty folder of its own} */
    public static Path fresh() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "test-databases"));
            return Files.createTempDirectory(parent, "db").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
