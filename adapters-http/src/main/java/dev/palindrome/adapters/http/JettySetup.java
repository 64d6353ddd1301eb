package dev.palindrome.adapters.http;

import dev.palindrome.adapters.http.load.Limits;
import io.javalin.config.JettyConfig;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Jetty as we want it: few threads, short headers, no patience with the slow, nothing said about itself. */
final class JettySetup {
    private static final int MOST_THREADS = 80;
    private static final int FEWEST_THREADS = 4;
    private static final int MOST_CONNECTIONS = 1_024;
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int STOP_MILLIS = 5_000;
    /** How long a connection without a request may stay once the server closes. */
    private static final int SHUTDOWN_IDLE_MILLIS = 50;

    private final ListenAddress address;
    private final Limits limits;
    private final QueuedThreadPool pool;
    private @Nullable ServerConnector connector;

    JettySetup(ListenAddress address, Limits limits, QueuedThreadPool pool) {
        this.address = address;
        this.limits = limits;
        this.pool = pool;
    }

    /** {@return the threads that answer; more than {@code Turns} lets wait for the database} */
    static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS, 30_000);
        pool.setName("palindrome-http");
        return pool;
    }

    void configure(JettyConfig config) {
        config.threadPool = pool;
        config.modifyHttpConfiguration(this::configure);
        config.addConnector(this::connector);
        config.modifyServer(server -> {
            server.setErrorHandler(new JettyErrors());
            server.setStopTimeout(STOP_MILLIS);
            server.insertHandler(new GracefulHandler());
        });
        config.modifyServletContextHandler(context -> context.setErrorHandler(new JettyErrors()));
    }

    /** {@return the port that is listened on} */
    int port() {
        return connector == null ? address.port() : connector.getLocalPort();
    }

    /** Accepts no connection any more; those that are open stay. */
    void stopListening() {
        if (connector != null) {
            connector.close();
        }
    }

    private void configure(HttpConfiguration http) {
        // Ids may hold slashes and dots, percent-encoded; they are names here, never files.
        http.setUriCompliance(UriCompliance.LEGACY);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.addCustomizer(new StrictHeaders());
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        ServerConnector made = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        RequestHeads heads = new RequestHeads(limits.headTime(), made.getScheduler());
        made.addEventListener(heads);
        http.addCustomizer(heads);
        made.setHost(address.address().getHostAddress());
        made.setPort(address.port());
        made.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        made.setIdleTimeout(limits.idleTime().toMillis());
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, made));
        connector = made;
        return made;
    }
}
