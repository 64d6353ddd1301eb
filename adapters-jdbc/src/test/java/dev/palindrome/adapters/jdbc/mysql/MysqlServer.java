package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * MySQL's own server, which no library brings: whoever has one names it, {@code -Dpalindrome.mysql=127.0.0.1:3306}. Its user
 * {@code tester} needs no password and may do everything. Databases named {@code palindrome_} and a number, and as
 * {@link #OF_CONTRACTS} says, are the tests' own.
 */
enum MysqlServer implements TestDatabase {
    WITH_MARIADB_DRIVER("jdbc:mariadb:", "?user=tester&sslMode=disable&allowPublicKeyRetrieval=true"),
    WITH_MYSQL_DRIVER("jdbc:mysql:", "?user=tester&sslMode=DISABLED&allowPublicKeyRetrieval=true");

    /** The system property: host and port. */
    static final String PROPERTY = "palindrome.mysql";

    private static final String PREFIX = "palindrome_";

    /** What contracts make beside the database that they are given. */
    private static final List<String> OF_CONTRACTS = List.of("Else where", "yard", "attic");

    private static final AtomicInteger DATABASES = new AtomicInteger();

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
        drop(PREFIX + DATABASES.get());
        OF_CONTRACTS.forEach(MysqlServer::drop);
        String name = PREFIX + DATABASES.incrementAndGet();
        drop(name);
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

    private String url(String database) {
        return scheme + "//" + System.getProperty(PROPERTY) + "/" + database + options;
    }

    private static void drop(String database) {
        administer("DROP DATABASE IF EXISTS `" + database + "`");
    }

    private static void administer(String sql) {
        try (Connection connection = DriverManager.getConnection(WITH_MYSQL_DRIVER.url(""));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(System.getProperty(PROPERTY) + " refuses: " + sql, e);
        }
    }
}
