package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.testkit.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One real server for all tests of this JVM; each asks it for databases of its own. */
final class PostgresqlServer implements TestDatabase {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    public DatabaseAdapter adapter() {
        return new PostgresqlAdapter();
    }

    @Override
    public DatabaseAddress freshAddress() {
        return DatabaseAddress.of(freshUrl());
    }

    @Override
    public Set<String> irreversible() {
        return Set.of("add-enum-value");
    }

    @Override
    public Optional<Path> goldenFolder() {
        return Optional.of(Path.of("src", "test", "resources", "operations", "postgresql"));
    }

    /** A real server takes its time. */
    @Override
    public int sequences() {
        return Math.max(1, TestDatabase.super.sequences() / 5);
    }

    static String freshUrl() {
        String name = "test_" + DATABASES.incrementAndGet();
        administer("CREATE DATABASE " + name);
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** Runs a statement as the server's administrator, in the database {@code postgres}. */
    static void administer(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server trusts everybody; from now on, not this one. */
    static void createUserWithPassword(String user, String password) {
        administer("CREATE USER " + user + " PASSWORD '" + password + "'");
        try {
            Path rules = Path.of(ask("SHOW hba_file"));
            Files.writeString(rules, "host all " + user + " all scram-sha-256\n" + Files.readString(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ask("SELECT pg_reload_conf()");
    }

    private static String ask(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            // to compile queries takes longer than to run them on small catalogues
            return EmbeddedPostgres.builder().setServerConfig("jit", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException("No PostgreSQL server could be started; without one nothing is proved", e);
        }
    }
}
