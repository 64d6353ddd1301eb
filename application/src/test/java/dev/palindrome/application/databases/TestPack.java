package dev.palindrome.application.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of migration files that a test writes. */
public final class TestPack {
    private final Path folder;

    /** A pack in that folder, which is made if it isn't there. */
    public TestPack(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** Writes {@code ID__test.sql} with both halves. */
    public TestPack migration(String id, String forwards, String backwards) {
        return file(id + "__test.sql", "-- forwards\n" + forwards + "\n-- backwards\n" + backwards + "\n");
    }

    /** Writes a migration that makes a table of one column, and drops it on its way back. */
    public TestPack table(String id, String table) {
        return migration(id, "CREATE TABLE " + table + " (id int);", "DROP TABLE " + table + ";");
    }

    /** Lets the app go forwards after others, whose folders stand beside this one. */
    public TestPack dependsOn(String... apps) {
        StringBuilder manifest = new StringBuilder("dependsOn:\n");
        for (String app : apps) {
            manifest.append("  - {app: ")
                    .append(app)
                    .append(", path: ../")
                    .append(app)
                    .append("}\n");
        }
        return file("pack.yaml", manifest.toString());
    }

    public TestPack file(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestPack delete(String name) {
        try {
            Files.delete(folder.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the names of the files, sorted} */
    public List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
