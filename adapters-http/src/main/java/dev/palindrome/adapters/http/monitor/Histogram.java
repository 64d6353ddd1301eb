package dev.palindrome.adapters.http.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How long things took, as Prometheus counts it: for each bound, how many took no longer. Not safe for use by several threads. */
final class Histogram {
    private static final List<String> BOUNDS = List.of("0.01", "0.1", "1", "10", "60", "600", "3600");

    private final long[] counts = new long[BOUNDS.size() + 1];
    private long nanos;

    void observe(Duration duration) {
        nanos += duration.toNanos();
        for (int i = 0; i < counts.length; i++) {
            if (i == BOUNDS.size() || duration.toNanos() <= Double.parseDouble(BOUNDS.get(i)) * 1e9) {
                counts[i]++;
            }
        }
    }

    /** Writes the lines of a metric that has these labels. */
    void write(StringBuilder text, String name, String labels) {
        for (int i = 0; i < counts.length; i++) {
            String bound = i < BOUNDS.size() ? BOUNDS.get(i) : "+Inf";
            text.append("%s_bucket{%s,le=\"%s\"} %d\n".formatted(name, labels, bound, counts[i]));
        }
        text.append("%s_sum{%s} %s\n".formatted(name, labels, String.format(Locale.ROOT, "%.6f", nanos / 1e9)));
        text.append("%s_count{%s} %d\n".formatted(name, labels, counts[BOUNDS.size()]));
    }
}
