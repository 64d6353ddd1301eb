package dev.palindrome.application.clusters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One node of a MariaDB Galera cluster, as a process with a folder of its own. */
final class GaleraNode {
    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
    private static final Path PROVIDER = Path.of("/usr/lib/galera/libgalera_smm.so");
    private static final Path RSYNC = Path.of("/usr/bin/rsync");
    private static final String PROVIDER_OPTIONS = "gmcast.listen_addr=tcp://127.0.0.1:%d;ist.recv_addr=127.0.0.1:%d;"
            + "gcache.size=16M;evs.keepalive_period=PT0.5S;evs.inactive_check_period=PT0.5S;"
            + "evs.suspect_timeout=PT2S;evs.inactive_timeout=PT4S";

    private final Path folder;
    private final Ports ports;
    private Optional<Process> process = Optional.empty();

    /** Where it listens: for clients, for the other nodes, and for what it missed, as changes and as a whole. */
    record Ports(int client, int group, int changes, int whole) {}

    GaleraNode(Path folder, Ports ports) {
        this.folder = folder;
        this.ports = ports;
    }

    static void requirePackages() {
        if (!Stream.of(SERVER, PROVIDER, RSYNC).allMatch(Files::exists)) {
            throw new IllegalStateException("Without MariaDB and Galera nothing is proved. Run"
                    + " 'apt-get install mariadb-server galera-4 rsync'; the service itself isn't needed.");
        }
    }

    /** Root's server becomes another user, who needs a place to write. */
    private static List<String> user() {
        return System.getProperty("user.name").equals("root") ? List.of("--user=mysql") : List.of();
    }

    void install() throws IOException, InterruptedException {
        Files.createDirectory(folder);
        Files.createDirectory(folder.resolve("tmp"));
        for (Path path : List.of(folder, folder.resolve("tmp"))) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        List<String> command = new ArrayList<>(List.of("mariadb-install-db", "--no-defaults"));
        command.addAll(user());
        command.addAll(List.of(
                "--auth-root-authentication-method=normal", "--skip-test-db", "--datadir=" + folder.resolve("data")));
        Process installing = log(new ProcessBuilder(command)).start();
        if (!installing.waitFor(2, TimeUnit.MINUTES) || installing.exitValue() != 0) {
            installing.destroyForcibly();
            throw new IllegalStateException("There is no folder of data. " + said());
        }
    }

    /** Starts it; it looks for the others at these addresses. */
    void start(String group, boolean isFirst) throws IOException {
        List<String> command = new ArrayList<>(List.of(SERVER.toString(), "--no-defaults"));
        command.addAll(user());
        command.addAll(List.of(
                "--datadir=" + folder.resolve("data"),
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--tmpdir=" + folder.resolve("tmp"),
                "--bind-address=127.0.0.1",
                "--port=" + ports.client,
                "--skip-name-resolve",
                "--binlog-format=ROW",
                "--innodb-autoinc-lock-mode=2",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-size=32M",
                "--wsrep-on=ON",
                "--wsrep-provider=" + PROVIDER,
                "--wsrep-provider-options=" + PROVIDER_OPTIONS.formatted(ports.group, ports.changes),
                "--wsrep-cluster-name=test",
                "--wsrep-cluster-address=gcomm://" + group,
                "--wsrep-node-name=" + folder.getFileName(),
                "--wsrep-node-address=127.0.0.1:" + ports.group,
                "--wsrep-sst-receive-address=127.0.0.1:" + ports.whole,
                "--wsrep-sst-method=rsync"));
        if (isFirst) {
            command.add("--wsrep-new-cluster");
        }
        process = Optional.of(log(new ProcessBuilder(command)).start());
    }

    private ProcessBuilder log(ProcessBuilder builder) {
        return builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    }

    String group() {
        return "127.0.0.1:" + ports.group;
    }

    String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + ports.client + "/" + database + "?user=root&sslMode=disable";
    }

    boolean isAlive() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** At once, as a power cut would. */
    void kill() {
        process.ifPresent(it -> it.destroyForcibly().onExit().join());
        process = Optional.empty();
    }

    /** {@return the last lines that it logged} */
    String said() {
        try (Stream<String> lines = Files.lines(folder.resolve("log"))) {
            List<String> all = lines.toList();
            return folder.getFileName() + ":\n"
                    + String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
