package dev.palindrome.application.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire to a server that breaks at the n-th COMMIT which goes through it: before the server gets it, or after. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket door;
    private final int serverPort;
    private final int commitNumber;
    private final Cut cut;
    private final AtomicInteger commits = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    enum Cut {
        BEFORE_THE_SERVER_HAS_IT,
        BEFORE_THE_ANSWER_IS_BACK
    }

    CuttingProxy(int serverPort, int commitNumber, Cut cut) throws IOException {
        this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.serverPort = serverPort;
        this.commitNumber = commitNumber;
        this.cut = cut;
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            open.add(client);
            open.add(server);
            start(() -> forth(client, server));
            start(() -> back(server, client));
        }
    }

    private void forth(Socket client, Socket server) throws IOException {
        InputStream in = client.getInputStream();
        OutputStream out = server.getOutputStream();
        byte[] buffer = new byte[8192];
        int length = in.read(buffer);
        while (length >= 0) {
            boolean commit = new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains("COMMIT");
            boolean cutNow = commit && commits.incrementAndGet() == commitNumber;
            if (cutNow && cut == Cut.BEFORE_THE_ANSWER_IS_BACK) {
                client.close();
                out.write(buffer, 0, length);
                out.flush();
                return; // the server answers into the void, and sees the end when this proxy closes
            }
            if (cutNow) {
                client.close();
                server.close();
                return;
            }
            out.write(buffer, 0, length);
            out.flush();
            length = in.read(buffer);
        }
        server.close();
    }

    private static void back(Socket server, Socket client) throws IOException {
        server.getInputStream().transferTo(client.getOutputStream());
        client.close();
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // the wire is cut
                    }
                },
                "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }
}
