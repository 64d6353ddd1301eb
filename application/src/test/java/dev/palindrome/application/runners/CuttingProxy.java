package dev.palindrome.application.runners;

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
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A wire to a server that breaks at the n-th packet of a sort which goes through it: before the server gets it, or after. */
public final class CuttingProxy implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("(?<=//(localhost|127\\.0\\.0\\.1):)\\d+");

    private final ServerSocket door;
    private final String serverUrl;
    private final int serverPort;
    private final Predicate<String> counts;
    private final int number;
    private final Cut cut;
    private final AtomicInteger counted = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean isClosed;

    /** Where the wire is cut. */
    public enum Cut {
        BEFORE_THE_SERVER_HAS_IT,
        BEFORE_THE_ANSWER_IS_BACK
    }

    /** A wire that is cut at the n-th of those packets from the client, the first being number 1. */
    public CuttingProxy(String serverUrl, Predicate<String> counts, int number, Cut cut) throws IOException {
        Matcher port = PORT.matcher(serverUrl);
        if (!port.find()) {
            throw new IllegalArgumentException("no port in " + serverUrl);
        }
        this.serverUrl = serverUrl;
        this.serverPort = Integer.parseInt(port.group());
        this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.counts = counts;
        this.number = number;
        this.cut = cut;
        start(this::accept);
    }

    /** {@return the server's URL, by way of this wire} */
    public String url() {
        return PORT.matcher(serverUrl).replaceFirst(Integer.toString(door.getLocalPort()));
    }

    /** {@return how many of those packets have come} */
    public int counted() {
        return counted.get();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            if (isClosed) { // somebody may come in while the door is being closed
                client.close();
                return;
            }
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
            boolean isCounted = counts.test(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
            boolean cutNow = isCounted && counted.incrementAndGet() == number;
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
        isClosed = true;
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
