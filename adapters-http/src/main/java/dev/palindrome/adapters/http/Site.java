package dev.palindrome.adapters.http;

import dev.palindrome.adapters.http.answer.ErrorAnswers;
import dev.palindrome.adapters.http.answer.ProblemDetails;
import dev.palindrome.adapters.http.door.AccessLog;
import dev.palindrome.adapters.http.door.Door;
import dev.palindrome.adapters.http.door.Logins;
import dev.palindrome.adapters.http.load.Background;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.adapters.http.load.SharedReports;
import dev.palindrome.adapters.http.monitor.Metrics;
import dev.palindrome.adapters.http.monitor.Readiness;
import dev.palindrome.adapters.http.plan.Plans;
import dev.palindrome.adapters.http.run.EventStreams;
import dev.palindrome.adapters.http.run.Runs;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.ServerSettings;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JsonMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that is served, wherever it is mounted: what answers, and what works beside requests. */
final class Site implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("dev.palindrome.http");
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Background background;
    private final SharedReports reports;
    private final Readiness readiness;
    private final EventStreams streams;
    private final Runs runs;
    private final Routes routes;
    private final Door door;

    /**
     * Serves an engine.
     *
     * @param settings who may come in
     * @param pool threads for what may block
     */
    Site(Palindrome palindrome, ServerSettings settings, Limits limits, Executor pool) {
        background = new Background(pool);
        Optional<Logins> logins = Logins.of(settings, limits, background);
        readiness = new Readiness(palindrome, limits);
        streams = new EventStreams(limits, background);
        Plans plans = new Plans(limits.plans(), InstantSource.system());
        Metrics metrics = new Metrics();
        runs = new Runs(palindrome, plans, metrics, limits);
        reports = new SharedReports(palindrome, pool, background, () -> runs.unfinished() > 0);
        metrics.gauge("palindrome_runs_unfinished", "Runs that are under way here, or wait.", runs::unfinished);
        metrics.gauge("palindrome_event_streams", "Clients that watch runs.", streams::count);
        routes = new Routes(
                palindrome,
                limits,
                runs,
                plans,
                new Routes.Watching(metrics, logins, reports, streams, readiness, pool));
        door = Door.of(logins);
    }

    void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        // Jetty adds a charset to a type that takes the place of another; problems should keep theirs bare.
        config.http.defaultContentType = ProblemDetails.MEDIA_TYPE;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
        config.jsonMapper(new JsonMapper() {});
        config.requestLogger.http(AccessLog::write);
        ErrorAnswers.install(config);
        routes.install(config, door);
    }

    Routes routes() {
        return routes;
    }

    /** Begins no run any more, lets one that is under way finish its step, and those who watch it see the end. */
    void drain() {
        runs.close();
        try {
            if (!streams.awaitEnd(LAST_WORDS)) {
                LOG.info("some who watched a run were too slow to see its end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        background.close();
        readiness.close();
        reports.close();
    }
}
