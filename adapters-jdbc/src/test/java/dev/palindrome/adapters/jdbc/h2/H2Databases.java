package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.adapters.jdbc.TestFolders;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import org.h2.tools.Server;

/** The places where H2 can have a database. */
final class H2Databases implements TestDatabase {
    private static final Server SERVER = start();

    private final Supplier<String> urls;

    private H2Databases(Supplier<String> urls) {
        this.urls = urls;
    }

    static TestDatabase inFiles() {
        return new H2Databases(() -> "jdbc:h2:file:" + TestFolders.fresh().resolve("it's"));
    }

    static TestDatabase inMemory() {
        return new H2Databases(() -> "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    /** {@return databases in memory with settings of their own, such as {@code MODE=Oracle}} */
    static TestDatabase inMemory(String settings) {
        return new H2Databases(() -> "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;" + settings);
    }

    static TestDatabase onServer() {
        return new H2Databases(H2Databases::urlOnServer);
    }

    static String urlOnServer() {
        return "jdbc:h2:tcp://localhost:" + SERVER.getPort() + "/"
                + TestFolders.fresh().resolve("served");
    }

    @Override
    public DatabaseAdapter adapter() {
        return new H2Adapter();
    }

    @Override
    public DatabaseAddress freshAddress() {
        return DatabaseAddress.of(urls.get());
    }

    private static Server start() {
        try {
            return Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-tcpDaemon")
                    .start();
        } catch (SQLException e) {
            throw new IllegalStateException("No H2 server could be started; without one nothing is proved", e);
        }
    }
}
