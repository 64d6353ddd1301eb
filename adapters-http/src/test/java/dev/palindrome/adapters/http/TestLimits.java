package dev.palindrome.adapters.http;

import dev.palindrome.adapters.http.load.Limits;
import java.time.Duration;

/** Limits that a test reaches sooner than a server should. */
public final class TestLimits {
    private TestLimits() {}

    public static Limits waitingRuns(int most) {
        return make(Limits.DEFAULT.streams(), Limits.DEFAULT.heartbeat(), most, Limits.DEFAULT.finishedRuns());
    }

    public static Limits finishedRuns(int most) {
        return make(Limits.DEFAULT.streams(), Limits.DEFAULT.heartbeat(), Limits.DEFAULT.waitingRuns(), most);
    }

    /** Few finished runs remembered, and all else as a server has it. */
    public static Limits remembering(int finishedRuns) {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                usual.bodyBytes(),
                usual.bodyTime(),
                usual.headTime(),
                usual.idleTime(),
                usual.heartbeat(),
                usual.streams(),
                usual.plans(),
                finishedRuns,
                usual.waitingRuns(),
                usual.writesPerMinute(),
                usual.readinessAge(),
                usual.readinessTime(),
                usual.firstLoginDelay(),
                usual.longestLoginDelay());
    }

    public static Limits streams(int most, Duration heartbeat) {
        return make(most, heartbeat, Limits.DEFAULT.waitingRuns(), Limits.DEFAULT.finishedRuns());
    }

    public static Limits writesPerMinute(int most) {
        return make(
                Limits.DEFAULT.streams(),
                Limits.DEFAULT.heartbeat(),
                Limits.DEFAULT.waitingRuns(),
                Limits.DEFAULT.finishedRuns(),
                most);
    }

    private static Limits make(int streams, Duration heartbeat, int waitingRuns, int finishedRuns) {
        return make(streams, heartbeat, waitingRuns, finishedRuns, Limits.DEFAULT.writesPerMinute());
    }

    /** Bodies in half a second, heads in two, connections silent for three at most, readiness for ever and as late as may be, short delays of failed logins. */
    private static Limits make(
            int streams, Duration heartbeat, int waitingRuns, int finishedRuns, int writesPerMinute) {
        return new Limits(
                Limits.DEFAULT.bodyBytes(),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                heartbeat,
                streams,
                Limits.DEFAULT.plans(),
                finishedRuns,
                waitingRuns,
                writesPerMinute,
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                Duration.ofMillis(50),
                Duration.ofMillis(400));
    }
}
