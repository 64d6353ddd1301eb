package com.example.ignite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.ignite.client.IgniteClient;

/** Three nodes, each a process of its own, started once for all tests and killed when they are over. */
final class Cluster {
    private static final int NODES = 3;

    /** Waits that are right between machines, but long within one. */
    private static final String SETTINGS = "ignite{system{idleSafeTimeSyncIntervalMillis=20},"
            + "schemaSync{delayDurationMillis=50,maxClockSkewMillis=5},"
            + "replication{idleSafeTimePropagationDurationMillis=50}}";

    /** Which says each time that a partition has moved. */
    private static final Logger CLIENT = Logger.getLogger("org.apache.ignite");

    private final List<Node> nodes = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    private Cluster() {}

    /** {@return the cluster, up and running} */
    static Cluster running() {
        return Shared.CLUSTER;
    }

    /** {@return the URL of a schema, with all nodes in it} */
    String url(String schema) {
        return nodes.stream().map(Node::address).collect(Collectors.joining(",", "ignite://", "/" + schema));
    }

    /** {@return the URL of a schema, by one node alone} */
    String url(int node, String schema) {
        return "ignite://" + nodes.get(node).address() + "/" + schema;
    }

    Node node(int index) {
        return nodes.get(index);
    }

    IgniteClient client() {
        return IgniteClient.builder()
                .addresses(nodes.stream().map(Node::address).toArray(String[]::new))
                .build();
    }

    private static Cluster started() {
        CLIENT.setLevel(Level.WARNING);
        try {
            Cluster cluster = new Cluster();
            Path folder = Files.createTempDirectory("ignite-cluster");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> cluster.end(folder)));
            cluster.start(folder);
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(Path folder) throws IOException {
        List<Integer> ports = freePorts(3 * NODES);
        String peers = ports.stream()
                .limit(NODES)
                .map(port -> "\"127.0.0.1:" + port + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        for (int i = 0; i < NODES; i++) {
            nodes.add(Node.in(
                    folder.resolve("n" + i),
                    new Node.Ports(ports.get(i), ports.get(NODES + i), ports.get(2 * NODES + i)),
                    peers));
        }
        waitUntil(
                "the nodes see each other",
                () -> get("cluster/topology/physical").split("\"address\"").length > NODES);
        String names = nodes.stream().map(node -> "\"" + node.name() + "\"").collect(Collectors.joining(",", "[", "]"));
        String request = "{\"clusterName\": \"test\", \"metaStorageNodes\": " + names + ", \"cmgNodes\": " + names
                + ", \"clusterConfiguration\": \"" + SETTINGS + "\"}";
        send(HttpRequest.newBuilder(management(0, "cluster/init"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request)));
        for (int i = 0; i < NODES; i++) {
            waitUntilStarted(i);
        }
        try (IgniteClient client = client()) {
            client.sql()
                    .executeScript("CREATE ZONE thrice (REPLICAS 3, PARTITIONS 2) STORAGE PROFILES ['default'];"
                            + "ALTER ZONE thrice SET DEFAULT");
        }
    }

    /** All different, free now, and below those that a system gives to its clients, so that none of these has one soon. */
    private static List<Integer> freePorts(int count) {
        Random random = new Random();
        Set<Integer> found = new LinkedHashSet<>();
        while (found.size() < count) {
            try (ServerSocket free = new ServerSocket(20_000 + random.nextInt(10_000))) {
                found.add(free.getLocalPort());
            } catch (IOException e) {
                // it is taken; the next one may not be
            }
        }
        return List.copyOf(found);
    }

    /** Kills a node, if that is still to be done, and starts it again. */
    void restart(int node) throws IOException {
        nodes.get(node).kill();
        nodes.get(node).start();
        waitUntilStarted(node);
    }

    private void waitUntilStarted(int node) {
        waitUntil(
                nodes.get(node).name() + " has started",
                () -> send(HttpRequest.newBuilder(management(node, "node/state")))
                        .contains("STARTED"));
    }

    private URI management(int node, String path) {
        return URI.create("http://127.0.0.1:" + nodes.get(node).restPort() + "/management/v1/" + path);
    }

    private String get(String path) {
        return send(HttpRequest.newBuilder(management(0, path)));
    }

    /** {@return the answer; nothing if there is none yet} */
    private String send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void waitUntil(String what, BooleanSupplier condition) {
        long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!condition.getAsBoolean()) {
            nodes.forEach(Node::requireAlive);
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("In two minutes it hasn't come about that " + what + ".\n"
                        + nodes.stream().map(Node::said).collect(Collectors.joining("\n\n")));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private void end(Path folder) {
        nodes.forEach(Node::kill);
        try (var files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("The folder " + folder + " stays: " + e.getMessage());
        }
    }

    private static final class Shared {
        static final Cluster CLUSTER = started();
    }
}
