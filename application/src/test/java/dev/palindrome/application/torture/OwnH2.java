package dev.palindrome.application.torture;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.runners.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.h2.tools.Server;

/** An H2 server in a process of its own. */
final class OwnH2 implements OwnServer {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Path folder;
    private final ServerLog log;
    private final int port;
    private Process process;
    private int databases;

    private OwnH2(Path folder, int port) {
        this.folder = folder;
        this.log = new ServerLog(folder.resolve("server.log"));
        this.port = port;
        this.process = begin();
    }

    static OwnH2 start(Path folder) {
        return new OwnH2(folder, FreePorts.find(1).get(0));
    }

    private Process begin() {
        String jar = Path.of(Server.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        try {
            Process begun = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            jar,
                            Server.class.getName(),
                            "-tcp",
                            "-tcpPort",
                            Integer.toString(port),
                            "-ifNotExists")
                    .redirectErrorStream(true)
                    .redirectOutput(log.file().toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(begun::destroyForcibly));
            log.await(begun, SOON, this::answers);
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public TestDatabase fresh() {
        databases++;
        String file = folder.resolve("own" + databases) + ";WRITE_DELAY=0";
        return DatabaseKind.H2.known("jdbc:h2:tcp://localhost:" + port + "/" + file);
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

    @Override
    public void setReadOnly(Writing writing) {
        throw new UnsupportedOperationException("only an administrator's own session can be");
    }

    @Override
    public void close() {
        kill();
    }
}
