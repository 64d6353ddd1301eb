package dev.palindrome.adapters.http.monitor;

import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.Status;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What is counted, as Prometheus reads it. The text is written here, since its format takes a page and a library for it a
 * dozen jars. Safe for use by several threads.
 */
public final class Metrics {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<String, Gauge> gauges = new LinkedHashMap<>();
    private final Map<String, Histogram> runs = new TreeMap<>();
    private final Map<String, Histogram> waits = new TreeMap<>();

    /**
     * Shows a number that somebody else knows.
     *
     * @param name the metric's
     * @param help what it counts
     * @param now asked each time
     */
    public synchronized void gauge(String name, String help, LongSupplier now) {
        gauges.put(name, new Gauge(help, now));
    }

    /**
     * Counts a run that is over.
     *
     * @param appName the app that it was planned for, or {@code all}
     * @param result what came of it
     * @param duration how long it took, from approval to end
     * @param waited how long others held it up
     */
    public synchronized void ran(String appName, MigrationResult result, Duration duration, Duration waited) {
        String app = label("app", appName);
        String labels = app + ","
                + label(
                        "direction",
                        result.direction().map(course -> course.word()).orElse("none")) + ","
                + label("outcome", result.success() ? "done" : "failed");
        runs.computeIfAbsent(labels, first -> new Histogram()).observe(duration);
        waits.computeIfAbsent(app, first -> new Histogram()).observe(waited);
    }

    /**
     * Writes everything.
     *
     * @param version Palindrome's
     * @param report how migrations stand; empty if the database did not say
     */
    synchronized String text(String version, Optional<CheckReport> report) {
        StringBuilder text = new StringBuilder();
        head(text, "palindrome_build_info", "gauge", "The version that runs.");
        line(text, "palindrome_build_info", label("version", version), 1);
        head(text, "palindrome_database_up", "gauge", "Whether the database said how migrations stand.");
        text.append("palindrome_database_up ")
                .append(report.isPresent() ? 1 : 0)
                .append('\n');
        report.ifPresent(known -> migrations(text, known));
        gauges.forEach((name, gauge) -> {
            head(text, name, "gauge", gauge.help());
            text.append(name).append(' ').append(gauge.now().getAsLong()).append('\n');
        });
        head(text, "palindrome_run_duration_seconds", "histogram", "How long runs took, from approval to end.");
        runs.forEach((labels, histogram) -> histogram.write(text, "palindrome_run_duration_seconds", labels));
        head(text, "palindrome_lock_wait_seconds", "histogram", "How long runs waited for other runners.");
        waits.forEach((labels, histogram) -> histogram.write(text, "palindrome_lock_wait_seconds", labels));
        return text.toString();
    }

    private static void migrations(StringBuilder text, CheckReport report) {
        Map<String, Map<Status, Integer>> counts = new TreeMap<>();
        report.statuses()
                .forEach(status -> counts.computeIfAbsent(status.appName(), first -> new EnumMap<>(Status.class))
                        .merge(status.status(), 1, Integer::sum));
        head(text, "palindrome_migrations", "gauge", "Migrations by app and status.");
        counts.forEach((app, byStatus) -> {
            for (Status status : Status.values()) {
                String labels = label("app", app) + "," + label("status", status.word());
                line(text, "palindrome_migrations", labels, byStatus.getOrDefault(status, 0));
            }
        });
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type));
    }

    private static void line(StringBuilder text, String name, String labels, int value) {
        text.append("%s{%s} %d\n".formatted(name, labels, value));
    }

    /** As the format escapes: backslashes, quotes and line breaks. */
    private static String label(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** A number that somebody else knows. */
    private record Gauge(String help, LongSupplier now) {}
}
