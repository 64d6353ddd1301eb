package dev.palindrome.foreigntools;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A kind of database that tools run on. */
enum DatabaseKind {
    POSTGRESQL("ctid, xmin, ") {
        @Override
        LiveDatabase fresh(Path folder) {
            return Server.freshDatabase();
        }
    },
    SQLITE("rowid, ") {
        @Override
        LiveDatabase fresh(Path folder) {
            return new LiveDatabase(this, "jdbc:sqlite:" + file(folder), "sqlite:" + file(folder));
        }
    },
    H2("_rowid_, ") {
        @Override
        LiveDatabase fresh(Path folder) {
            return new LiveDatabase(this, "jdbc:h2:file:" + file(folder), "");
        }
    };

    private final String rowIdentity;

    DatabaseKind(String rowIdentity) {
        this.rowIdentity = rowIdentity;
    }

    /** {@return what a query selects besides, to see whether a row was written again as it was} */
    String rowIdentity() {
        return rowIdentity;
    }

    /**
     * An empty database; one in a file is made when somebody first writes.
     *
     * @param folder where the file may be put
     */
    abstract LiveDatabase fresh(Path folder);

    private static String file(Path folder) {
        return folder.resolve("database.db").toAbsolutePath().toString();
    }

    /** One real server for all tests of this JVM. */
    private static final class Server {
        private static final EmbeddedPostgres SERVER = start();
        private static final AtomicInteger DATABASES = new AtomicInteger();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "No PostgreSQL server could be started; without one nothing is proved", e);
            }
        }

        static LiveDatabase freshDatabase() {
            String name = "foreign_" + DATABASES.incrementAndGet();
            at("postgres").run("CREATE DATABASE " + name);
            return at(name);
        }

        private static LiveDatabase at(String name) {
            return new LiveDatabase(
                    POSTGRESQL,
                    SERVER.getJdbcUrl("postgres", name),
                    "postgres://postgres@127.0.0.1:" + SERVER.getPort() + "/" + name);
        }
    }
}
