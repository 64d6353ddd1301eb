package dev.palindrome.adapters.http;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.FrontEnd;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.ServerSettings;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.ServletEntry;
import io.javalin.util.JavalinException;
import java.util.concurrent.atomic.AtomicBoolean;
import kotlin.LazyKt;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server of our own: the site, on Jetty. */
final class HttpServer implements FrontEnd.Running {
    private static final Logger LOG = LoggerFactory.getLogger("dev.palindrome.http");

    private final ListenAddress address;
    private final String mount;
    private final JettySetup jetty;
    private final Site site;
    private final Javalin javalin;
    private int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HttpServer(Palindrome palindrome, ServerSettings settings, Limits limits) {
        address = ListenAddress.of(settings);
        mount = settings.path();
        QueuedThreadPool pool = JettySetup.threads();
        jetty = new JettySetup(address, limits, pool);
        site = new Site(palindrome, settings, limits, pool);
        javalin = Javalin.create(this::configure);
    }

    static HttpServer start(Palindrome palindrome, ServerSettings settings, Limits limits) {
        HttpServer server = new HttpServer(palindrome, settings, limits);
        try {
            server.start();
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
        LOG.info(
                "serving {} to {}",
                server.address(),
                settings.tokens().isEmpty()
                        ? "this machine"
                        : "whoever has one of " + settings.tokens().size() + " tokens");
        return server;
    }

    @Override
    public String address() {
        return address.url(port) + mount;
    }

    Routes routes() {
        return site.routes();
    }

    /** Listens no more, lets a run finish its step and those who watch it see the end, then stops. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        jetty.stopListening();
        site.drain();
        stop();
        LOG.info("{} is closed", address());
    }

    private void start() {
        try {
            javalin.start();
            port = jetty.port();
        } catch (JavalinException e) {
            throw new ProblemException(
                    Problem.error(
                            HttpCodes.SERVER_PORT,
                            "The server can't listen on " + address.url(address.port()) + ": " + reason(e)
                                    + ". Choose another port; 0 takes any that is free."),
                    e);
        }
    }

    private void stop() {
        site.close();
        javalin.stop();
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private void configure(JavalinConfig config) {
        if (!mount.isEmpty()) {
            config.router.contextPath = mount;
        }
        // Javalin's usual servlet also does web sockets, past the door, and gives each a session.
        config.unsafe.servlet = LazyKt.lazy(() -> new ServletEntry(null, new JavalinServlet(config.unsafe)));
        jetty.configure(config.jetty);
        site.configure(config);
    }
}
