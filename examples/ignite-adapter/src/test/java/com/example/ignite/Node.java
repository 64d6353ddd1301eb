package com.example.ignite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One node of Ignite, as a process with a folder of its own. */
final class Node {
    /** As Ignite's own start script has them. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.nio",
            "java.math",
            "java.util",
            "java.time",
            "jdk.internal.misc",
            "jdk.internal.access",
            "sun.nio.ch",
            "sun.security.x509");

    private final Path folder;
    private final Ports ports;
    private Optional<Process> process = Optional.empty();

    /** Where it listens: for other nodes, for clients and for management. */
    record Ports(int network, int client, int rest) {}

    private Node(Path folder, Ports ports) {
        this.folder = folder;
        this.ports = ports;
    }

    /** Starts a new node that looks for others at these addresses. */
    static Node in(Path folder, Ports ports, String peers) throws IOException {
        Node node = new Node(folder, ports);
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("node.conf"), """
                ignite {
                  network { port = %d, listenAddresses = ["127.0.0.1"], nodeFinder { netClusterNodes = %s } }
                  clientConnector { port = %d, listenAddresses = ["127.0.0.1"] }
                  rest { port = %d }
                }
                """.formatted(ports.network, peers, ports.client, ports.rest));
        node.start();
        return node;
    }

    void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dio.netty.tryReflectionSetAccessible=true"));
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.apache.ignite.internal.app.IgniteRunner",
                "--config-path",
                folder.resolve("node.conf").toString(),
                "--work-dir",
                folder.resolve("work").toString(),
                "--node-name",
                name()));
        process = Optional.of(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start());
    }

    String name() {
        return folder.getFileName().toString();
    }

    String address() {
        return "127.0.0.1:" + ports.client;
    }

    int restPort() {
        return ports.rest;
    }

    /** At once, as a power cut would. */
    void kill() {
        process.ifPresent(it -> it.destroyForcibly().onExit().join());
        process = Optional.empty();
    }

    void requireAlive() {
        if (process.isPresent() && !process.get().isAlive()) {
            throw new IllegalStateException("The node is gone.\n" + said());
        }
    }

    /** {@return the last lines that it logged} */
    String said() {
        try (Stream<String> lines = Files.lines(folder.resolve("log"))) {
            List<String> all = lines.toList();
            return name() + ":\n" + String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
