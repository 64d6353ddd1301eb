package dev.palindrome.application.clusters;

import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.runners.FreePorts;
import dev.palindrome.application.runners.Poll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three nodes, started once for all tests of this JVM and killed when they are over. */
final class GaleraCluster {
    static final int NODES = 3;

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final List<GaleraNode> nodes = new ArrayList<>();
    private boolean isOver;

    private GaleraCluster() {}

    /** {@return the cluster, up and running} */
    static GaleraCluster running() {
        return Shared.CLUSTER;
    }

    GaleraNode node(int index) {
        return nodes.get(index);
    }

    /** {@return the name of a new database without a table, which every node has} */
    String freshDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        run(0, "CREATE DATABASE " + name);
        for (int i = 1; i < NODES; i++) {
            if (rows(i, "SHOW DATABASES LIKE '" + name + "'").isEmpty()) {
                throw new IllegalStateException("Node " + i + " has no database " + name);
            }
        }
        return name;
    }

    void run(int node, String sql) {
        try (Connection connection = DriverManager.getConnection(nodes.get(node).url(""));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** {@return what a node answers, after whatever was committed before on any} */
    List<String> rows(int node, String sql) {
        try (Connection connection =
                DriverManager.getConnection(nodes.get(node).url("") + "&sessionVariables=wsrep_sync_wait=15")) {
            return TestDatabase.rows(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Starts again whoever was killed, and waits until all have the same. */
    void heal() {
        for (GaleraNode node : nodes) {
            if (!node.isAlive()) {
                join(node, false);
            }
        }
        for (int i = 0; i < NODES; i++) {
            awaitSynced(nodes.get(i), NODES);
        }
    }

    private static GaleraCluster started() {
        GaleraNode.requirePackages();
        try {
            GaleraCluster cluster = new GaleraCluster();
            Path folder = Files.createTempDirectory("galera");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> cluster.end(folder)));
            cluster.start(folder);
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void start(Path folder) throws IOException, InterruptedException {
        List<Integer> ports = FreePorts.find(4 * NODES);
        for (int i = 0; i < NODES; i++) {
            List<Integer> own = ports.subList(4 * i, 4 * i + 4);
            nodes.add(new GaleraNode(
                    folder.resolve("node" + i), new GaleraNode.Ports(own.get(0), own.get(1), own.get(2), own.get(3))));
        }
        for (int i = 0; i < NODES; i++) {
            nodes.get(i).install();
            join(nodes.get(i), i == 0);
            awaitSynced(nodes.get(i), i + 1);
        }
    }

    private synchronized void join(GaleraNode node, boolean isFirst) {
        if (isOver) {
            throw new IllegalStateException("The tests are over; nobody would end this node");
        }
        try {
            node.start(nodes.stream().map(GaleraNode::group).collect(Collectors.joining(",")), isFirst);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitSynced(GaleraNode node, int nodes) {
        Poll.until("a node has joined", SOON, () -> {
            if (!node.isAlive()) {
                throw new IllegalStateException("The node is gone. " + node.said());
            }
            return isSynced(node, nodes);
        });
    }

    private static boolean isSynced(GaleraNode node, int nodes) {
        try (Connection connection = DriverManager.getConnection(node.url(""))) {
            return TestDatabase.rows(
                            connection,
                            "SHOW STATUS WHERE Variable_name IN ('wsrep_cluster_size', 'wsrep_local_state_comment')")
                    .containsAll(List.of("wsrep_cluster_size|" + nodes, "wsrep_local_state_comment|Synced"));
        } catch (SQLException e) {
            return false; // not yet
        }
    }

    private synchronized void end(Path folder) {
        isOver = true;
        nodes.forEach(GaleraNode::kill);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // the system clears its temporary files
        }
    }

    private static final class Shared {
        static final GaleraCluster CLUSTER = started();
    }
}
