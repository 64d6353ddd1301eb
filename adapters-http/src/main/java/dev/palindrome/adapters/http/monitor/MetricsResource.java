package dev.palindrome.adapters.http.monitor;

import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.adapters.http.load.SharedReports;
import dev.palindrome.application.Version;
import dev.palindrome.domain.app.App;
import dev.palindrome.domain.result.CheckReport;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** {@code GET /metrics}: for Prometheus, also when the database is away. */
public final class MetricsResource {
    private final Metrics metrics;
    private final SharedReports reports;
    private final Executor pool;
    private final Duration patience;
    private final String version = Version.current();

    public MetricsResource(Metrics metrics, SharedReports reports, Executor pool, Limits limits) {
        this.metrics = metrics;
        this.reports = reports;
        this.pool = pool;
        this.patience = limits.readinessTime();
    }

    public void show(Context ctx) {
        ctx.future(() -> reports.ask(App.ALL)
                .thenApply(shared -> Optional.of(shared.report()))
                .completeOnTimeout(Optional.empty(), patience.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionally(failure -> Optional.empty())
                .thenAcceptAsync(report -> answer(ctx, report), pool));
    }

    private void answer(Context ctx, Optional<CheckReport> report) {
        ctx.contentType(Metrics.MEDIA_TYPE).result(metrics.text(version, report));
    }
}
