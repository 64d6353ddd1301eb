package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * MySQL's own server, which no library brings: whoever has one names it, {@code -Dpalindrome.mysql=127.0.0.1:3306}. Its user
 * {@code tester} needs no password and may do everything. Databases of others are left alone.
 */
enum MysqlServer implements TestDatabase {
    WITH_MARIADB_DRIVER("jdbc:mariadb:", "?user=tester&sslMode=disable&allowPublicKeyRetrieval=true"),
    WITH_MYSQL_DRIVER("jdbc:mysql:", "?user=tester&sslMode=DISABLED&allowPublicKeyRetrieval=true");

    /** The system property: host and port. */
    static final String PROPERTY = "palindrome.mysql";

    private static final String PREFIX = "palindrome_";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final List<String> OTHERS =
            databases().stream().filter(name -> !isOurs(name)).toList();

    private final String scheme;
    private final String options;

    MysqlServer(String scheme, String options) {
        this.scheme = scheme;
        this.options = options;
    }

    @Override
    public DatabaseAdapter adapter() {
        return WithoutSequences.of(new MysqlAdapter());
    }

    @Override
    public DatabaseAddress freshAddress() {
        databases().stream()
                .filter(name -> !OTHERS.contains(name) && !name.startsWith(PREFIX))
                .forEach(name -> administer("DROP DATABASE `" + name + "`"));
        String name = PREFIX + DATABASES.incrementAndGet();
        administer("DROP DATABASE IF EXISTS " + name);
        administer("CREATE DATABASE " + name);
        return DatabaseAddress.of(url(name));
    }

    @Override
    public Set<String> unsupported() {
        Set<String> unsupported = new HashSet<>(MariadbServer.WITH_MYSQL_DRIVER.unsupported());
        unsupported.addAll(Set.of("create-sequence", "drop-sequence"));
        return unsupported;
    }

    @Override
    public Duration lockLeftBehind() {
        return MariadbServer.WITH_MYSQL_DRIVER.lockLeftBehind();
    }

    @Override
    public int sequences() {
        return Math.max(1, TestDatabase.super.sequences() / 5);
    }

    /** {@return whether an earlier run left it: the contracts' own schema stays with the last test} */
    private static boolean isOurs(String database) {
        return database.startsWith(PREFIX) || database.equals("Else where");
    }

    private String url(String database) {
        return scheme + "//" + System.getProperty(PROPERTY) + "/" + database + options;
    }

    private static void administer(String sql) {
        try (Connection connection = DriverManager.getConnection(WITH_MYSQL_DRIVER.url(""));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<String> databases() {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(WITH_MYSQL_DRIVER.url(""));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW DATABASES")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No server answers at " + System.getProperty(PROPERTY), e);
        }
        return names;
    }
}
