package dev.palindrome.adapters.http.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A connection to a server that can be cut and mended. */
final class Wire implements AutoCloseable {
    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int port;
    private volatile boolean isCut;

    private Wire(int port) throws IOException {
        this.port = port;
        threads.execute(this::accept);
    }

    static Wire to(int port) throws IOException {
        return new Wire(port);
    }

    String address() {
        return "http://127.0.0.1:" + entrance.getLocalPort();
    }

    void cut() {
        isCut = true;
        open.forEach(Wire::end);
    }

    void mend() {
        isCut = false;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
        threads.shutdown();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = entrance.accept();
                if (isCut) {
                    end(near);
                } else {
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
                    threads.execute(() -> carry(near, far));
                    threads.execute(() -> carry(far, near));
                }
            }
        } catch (IOException e) {
            open.forEach(Wire::end); // the wire is closed
        }
    }

    private void carry(Socket from, Socket to) {
        open.add(from);
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // It was cut.
        } finally {
            open.remove(from);
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Then it is closed.
        }
    }
}
