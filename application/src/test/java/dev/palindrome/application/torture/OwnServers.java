package dev.palindrome.application.torture;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Servers that are started when they are first needed, and end with the tests; nothing stays of them. */
final class OwnServers {
    private static final Map<DatabaseKind, OwnServer> STARTED = new EnumMap<>(DatabaseKind.class);
    private static final List<Path> FOLDERS = new ArrayList<>();

    private OwnServers() {}

    static OwnServer of(DatabaseKind kind) {
        return STARTED.computeIfAbsent(kind, OwnServers::start);
    }

    /** {@return a fresh database that several processes can connect to; one of H2 is on a server, since a file belongs to one} */
    static TestDatabase shared(DatabaseKind kind, Path folder) {
        return kind == DatabaseKind.H2 ? of(kind).fresh() : kind.fresh(folder);
    }

    private static OwnServer start(DatabaseKind kind) {
        try {
            Path folder = Files.createTempDirectory("own-server");
            FOLDERS.add(folder);
            return switch (kind) {
                case POSTGRESQL -> OwnPostgresql.start(folder);
                case MARIADB -> OwnMariadb.start(folder);
                case H2 -> OwnH2.start(folder);
                case SQLITE -> throw new IllegalArgumentException("SQLite has no server");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void close() {
        STARTED.values().forEach(OwnServer::close);
        STARTED.clear();
        FOLDERS.forEach(OwnServers::delete);
        FOLDERS.clear();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
