package dev.palindrome.application.torture;

import dev.palindrome.application.databases.DatabaseKind;
import java.util.EnumMap;
import java.util.Map;

/** Servers that are started when they are first needed, and end with the tests. */
final class OwnServers {
    private static final Map<DatabaseKind, OwnServer> STARTED = new EnumMap<>(DatabaseKind.class);

    private OwnServers() {}

    static OwnServer of(DatabaseKind kind) {
        return STARTED.computeIfAbsent(kind, k -> switch (k) {
            case POSTGRESQL -> OwnPostgresql.start();
            case MARIADB -> OwnMariadb.start();
            case H2 -> OwnH2.start();
            case SQLITE -> throw new IllegalArgumentException("SQLite has no server");
        });
    }

    static void close() {
        STARTED.values().forEach(OwnServer::close);
        STARTED.clear();
    }
}
