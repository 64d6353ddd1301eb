package dev.palindrome.application.torture;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A PostgreSQL server that has written down what it says it has committed. */
final class OwnPostgresql implements OwnServer {
    private final Path data;
    private final int port;
    private EmbeddedPostgres server;
    private int databases;

    private OwnPostgresql(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
        this.port = server.getPort();
    }

    static OwnPostgresql start(Path folder) throws IOException {
        Path data = folder.resolve("data");
        return new OwnPostgresql(data, start(data, 0));
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    @Override
    public TestDatabase fresh() {
        databases++;
        administration().run("CREATE DATABASE own_" + databases);
        return database("own_" + databases);
    }

    @Override
    public void kill() {
        ProcessHandle main = server.getProcess().toHandle(); // whose output is read to its end
        List<ProcessHandle> all = main.descendants().toList();
        main.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        main.onExit().join();
        all.forEach(process -> process.onExit().join());
    }

    @Override
    public void restart() {
        try {
            server.close();
            server = start(data, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void setReadOnly(Writing writing) {
        administration()
                .run("ALTER SYSTEM SET default_transaction_read_only = " + (writing == Writing.REFUSED ? "on" : "off"));
        administration().run("SELECT pg_reload_conf()");
    }

    private TestDatabase administration() {
        return database("postgres");
    }

    private TestDatabase database(String name) {
        return DatabaseKind.POSTGRESQL.known("jdbc:postgresql://localhost:" + port + "/" + name + "?user=postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
