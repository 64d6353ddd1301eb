package dev.palindrome.adapters.http;

import dev.palindrome.application.FrontEnd;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.ServerSettings;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.ServletEntry;
import io.javalin.json.JsonMapper;
import io.javalin.util.JavalinException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import kotlin.LazyKt;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: Javalin on Jetty, and what they serve. */
final class HttpServer implements FrontEnd.Running {
    private static final Logger LOG = LoggerFactory.getLogger("dev.palindrome.http");
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final ListenAddress address;
    private final JettySetup jetty;
    private final Background background;
    private final SharedReports reports;
    private final Readiness readiness;
    private final EventStreams streams;
    private final Runs runs;
    private final Routes routes;
    private final Javalin javalin;
    private int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HttpServer(Palindrome palindrome, ServerSettings settings, Limits limits) {
        address = ListenAddress.of(settings);
        Tokens tokens = new Tokens(settings.tokens());
        QueuedThreadPool pool = JettySetup.threads();
        jetty = new JettySetup(address, limits, pool);
        background = new Background(pool);
        reports = new SharedReports(palindrome, pool);
        readiness = new Readiness(palindrome, limits);
        streams = new EventStreams(limits, background);
        Plans plans = new Plans(limits.plans());
        Metrics metrics = new Metrics();
        runs = new Runs(palindrome, plans, metrics, limits);
        Optional<Logins> logins = settings.tokens().isEmpty()
                ? Optional.empty()
                : Optional.of(new Logins(tokens, new FailedLogins(limits, background)));
        routes = new Routes(
                palindrome,
                limits,
                runs,
                plans,
                new Routes.Watching(metrics, logins, reports, streams, readiness, pool));
        Door door = logins.<Door>map(TokenDoor::new).orElseGet(LocalDoor::new);
        javalin = Javalin.create(config -> configure(config, door));
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
        return address.url(port);
    }

    Routes routes() {
        return routes;
    }

    /** Listens no more, lets a run finish its step and those who watch it see the end, then stops. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        jetty.stopListening();
        runs.close();
        try {
            if (!streams.awaitEnd(LAST_WORDS)) {
                LOG.info("some who watched a run were too slow to see its end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        background.close();
        readiness.close();
        reports.close();
        javalin.stop();
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private void configure(JavalinConfig config, Door door) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        // Jetty adds a charset to a type that takes the place of another; problems should keep theirs bare.
        config.http.defaultContentType = ProblemDetails.MEDIA_TYPE;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
        config.jsonMapper(new JsonMapper() {});
        // Javalin's usual servlet also does web sockets, past the door, and gives each a session.
        config.unsafe.servlet = LazyKt.lazy(() -> new ServletEntry(null, new JavalinServlet(config.unsafe)));
        config.requestLogger.http(AccessLog::write);
        jetty.configure(config.jetty);
        ErrorAnswers.install(config);
        routes.install(config, door);
    }
}
