package dev.palindrome.application.torture;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.runners.Poll;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server that has written down what it says it has committed. */
final class OwnPostgresql implements OwnServer {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Path data;
    private final EmbeddedPostgres server;
    private final List<String> command;
    private int databases;

    private OwnPostgresql(Path data, EmbeddedPostgres server) throws IOException {
        this.data = data;
        this.server = server;
        String all = Files.readString(Path.of("/proc", Long.toString(main().pid()), "cmdline"));
        boolean isRoot = System.getProperty("user.name").equals("root"); // whom it refuses to serve
        this.command = Stream.concat(
                        isRoot ? Stream.of("unshare", "-U") : Stream.empty(), Arrays.stream(all.split("\0")))
                .toList();
    }

    static OwnPostgresql start(Path folder) throws IOException {
        Path data = folder.resolve("data");
        return new OwnPostgresql(
                data,
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setServerConfig("synchronous_commit", "on")
                        .start());
    }

    @Override
    public TestDatabase fresh() {
        databases++;
        administration().run("CREATE DATABASE own_" + databases);
        return database("own_" + databases);
    }

    @Override
    public void kill() {
        ProcessHandle main = main();
        List<ProcessHandle> all = main.descendants().toList();
        main.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        main.onExit().join();
        all.forEach(process -> process.onExit().join());
    }

    /** It isn't the process that was started, but one that this has started in its turn. */
    private ProcessHandle main() {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void restart() {
        try {
            ServerLog log = new ServerLog(data.resolveSibling("server.log"));
            Process begun = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.file().toFile())
                    .start();
            log.await(begun, SOON, this::answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (Connection connection = administration().connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whoever comes in after the server has told its sessions of the setting sees it, and not before. */
    @Override
    public void setReadOnly(Writing writing) {
        String setting = writing == Writing.REFUSED ? "on" : "off";
        administration().run("ALTER SYSTEM SET default_transaction_read_only = " + setting);
        administration().run("SELECT pg_reload_conf()");
        Poll.until(
                "read-only is " + setting,
                SOON,
                () -> administration()
                        .rows("SHOW default_transaction_read_only")
                        .equals(List.of(setting)));
    }

    private TestDatabase administration() {
        return database("postgres");
    }

    private TestDatabase database(String name) {
        return DatabaseKind.POSTGRESQL.known(
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + name + "?user=postgres");
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
