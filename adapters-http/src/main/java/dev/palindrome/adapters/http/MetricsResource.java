package dev.palindrome.adapters.http;

import dev.palindrome.application.Version;
import dev.palindrome.domain.app.App;
import dev.palindrome.domain.result.CheckReport;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** {@code GET /metrics}: for Prometheus, also when the database is away. */
final class MetricsResource {
    private final Metrics metrics;
    private final SharedReports reports;
    private final Runs runs;
    private final EventStreams streams;
    private final Executor pool;
    private final Duration patience;
    private final String version = Version.current();

    MetricsResource(Metrics metrics, Runs runs, Routes.Watching watching, Limits limits) {
        this.metrics = metrics;
        this.runs = runs;
        this.reports = watching.reports();
        this.streams = watching.streams();
        this.pool = watching.pool();
        this.patience = limits.readinessTime();
    }

    void show(Context ctx) {
        ctx.future(() -> reports.ask(App.ALL)
                .thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), patience.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionally(failure -> Optional.empty())
                .thenAcceptAsync(report -> answer(ctx, report), pool));
    }

    private void answer(Context ctx, Optional<CheckReport> report) {
        long unfinished =
                runs.all().stream().filter(run -> run.view().isRunning()).count();
        ctx.contentType(Metrics.MEDIA_TYPE).result(metrics.text(version, report, unfinished, streams.count()));
    }
}
