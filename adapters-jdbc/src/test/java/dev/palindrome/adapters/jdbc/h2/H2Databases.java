package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.adapters.jdbc.Sql;
import dev.palindrome.adapters.jdbc.TestFolders;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.h2.tools.Server;

/** The places where H2 can have a database. */
final class H2Databases implements TestDatabase {
    private static final Server SERVER = start();

    private static final Path GOLDEN_FILES = Path.of("src", "test", "resources", "operations", "h2");

    /** How many of the random sequences, and of the points at which a run is killed: what takes longer is tried less. */
    private enum Share {
        ALL,
        FEWER_SEQUENCES,
        FEWER_SEQUENCES_AND_KILLS
    }

    private final Supplier<String> urls;
    private final Optional<Path> goldenFolder;
    private final Share share;

    private H2Databases(Supplier<String> urls, Optional<Path> goldenFolder, Share share) {
        this.urls = urls;
        this.goldenFolder = goldenFolder;
        this.share = share;
    }

    static TestDatabase inFiles() {
        return new H2Databases(
                () -> "jdbc:h2:file:" + TestFolders.fresh().resolve("it's"),
                Optional.of(GOLDEN_FILES),
                Share.FEWER_SEQUENCES_AND_KILLS);
    }

    static TestDatabase inMemory() {
        return new H2Databases(
                () -> "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", Optional.of(GOLDEN_FILES), Share.ALL);
    }

    /** {@return databases in memory with settings of their own, such as {@code MODE=Oracle}} */
    static TestDatabase inMemory(String settings) {
        return new H2Databases(
                () -> "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;" + settings,
                Optional.empty(),
                Share.ALL);
    }

    static TestDatabase onServer() {
        return new H2Databases(H2Databases::urlOnServer, Optional.of(GOLDEN_FILES), Share.FEWER_SEQUENCES);
    }

    static String urlOnServer() {
        return "jdbc:h2:tcp://localhost:" + SERVER.getPort() + "/"
                + TestFolders.fresh().resolve("served");
    }

    @Override
    public DatabaseAdapter adapter() {
        return new H2Adapter();
    }

    /** It has no types of their own for enums, no indexes on some rows or on expressions, and moves no table. */
    @Override
    public Set<String> unsupported() {
        return Set.of(
                "move-table",
                "create-partial-index",
                "create-expression-index",
                "create-enum-type",
                "drop-enum-type",
                "add-enum-value");
    }

    @Override
    public Optional<Path> goldenFolder() {
        return goldenFolder;
    }

    @Override
    public int sequences() {
        int all = TestDatabase.super.sequences();
        return share == Share.ALL ? all : Math.max(10, all / 10);
    }

    @Override
    public int interruptions() {
        return share == Share.FEWER_SEQUENCES_AND_KILLS ? 5 : TestDatabase.super.interruptions();
    }

    /** All connections go but these two, and with them the one that keeps the lock. */
    @Override
    public boolean loseLock(Session holder, Session other) {
        String id = Sql.value(holder, "SESSION_ID()");
        other.query(Statement.of("SELECT ABORT_SESSION(session_id) FROM information_schema.sessions"
                + " WHERE session_id NOT IN (SESSION_ID(), " + id + ")"));
        return true;
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
