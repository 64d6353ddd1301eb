package dev.palindrome.adapters.http.load;

import java.time.Duration;

/**
 * How much a server takes on.
 *
 * @param bodyBytes the largest request body
 * @param bodyTime how long a body may take to arrive
 * @param headTime how long the head of a request may take to arrive; after an answer up to twice as long
 * @param idleTime how long a connection may be silent, and a reader slow
 * @param heartbeat how often a silent stream of events says that it lives; well below the idle time
 * @param streams how many streams of events may be open
 * @param plans how many plans are remembered
 * @param finishedRuns how many finished runs are remembered
 * @param waitingRuns how many runs may wait for the one that is under way
 * @param writesPerMinute how often a caller may plan, run or log out
 * @param readinessAge how long an answer about the database's readiness holds
 * @param readinessTime how long the database may take to answer before it counts as not ready
 * @param firstLoginDelay how long the first failed login waits for its answer; each one after it twice as long
 * @param longestLoginDelay how long it waits at most
 */
public record Limits(
        int bodyBytes,
        Duration bodyTime,
        Duration headTime,
        Duration idleTime,
        Duration heartbeat,
        int streams,
        int plans,
        int finishedRuns,
        int waitingRuns,
        int writesPerMinute,
        Duration readinessAge,
        Duration readinessTime,
        Duration firstLoginDelay,
        Duration longestLoginDelay) {
    public static final Limits DEFAULT = new Limits(
            1 << 20,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15),
            256,
            1_000,
            1_000,
            100,
            600,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            Duration.ofSeconds(5));
}
