package dev.palindrome.application.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One real server for all tests of this JVM. */
public final class PostgresqlServer {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresqlServer() {}

    /** {@return the URL of a new database without a table} */
    public static String freshUrl() {
        String name = "test_" + DATABASES.incrementAndGet();
        administration().run("CREATE DATABASE " + name);
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** {@return the port on this machine that the server listens on} */
    public static int port() {
        return SERVER.getPort();
    }

    /** {@return the server's own database, as its administrator} */
    public static TestDatabase administration() {
        return new TestDatabase(SERVER.getJdbcUrl("postgres", "postgres"), Catalogue.POSTGRESQL);
    }

    /** Makes a user whom the server asks for a password, which it asks of nobody else. */
    public static void createUser(String user, String password) {
        TestDatabase administration = administration();
        administration.run("CREATE USER " + user + " PASSWORD '" + password + "'");
        Path rules = Path.of(administration.rows("SHOW hba_file").get(0));
        try {
            Files.writeString(rules, "host all " + user + " all scram-sha-256\n" + Files.readString(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        administration.run("SELECT pg_reload_conf()");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException("No PostgreSQL server could be started; without one nothing is proved", e);
        }
    }
}
