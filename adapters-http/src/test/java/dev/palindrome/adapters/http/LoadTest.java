package dev.palindrome.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.Palindrome;
import dev.palindrome.spi.Migration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many readers during a run on PostgreSQL. Takes so many seconds as {@code -Dpalindrome.load.seconds} says. */
class LoadTest {
    private static final int SECONDS = Integer.getInteger("palindrome.load.seconds", 4);
    private static final int AT_ONCE = 200;
    private static final int STATEMENTS = 10;

    @Test
    void two_hundred_readers_at_once_neither_fail_nor_slow_a_run_down_nor_pile_up() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                TestServer server = TestServer.on(
                        Palindrome.on(postgres.getJdbcUrl("postgres", "postgres"))
                                .packs(Pack.of("shop", migrations()))
                                .build(),
                        Limits.DEFAULT)) {
            load(
                    server,
                    CompletableFuture.runAsync(() -> pause(Duration.ofSeconds(SECONDS)))); // fills the pools of buffers
            long before = heap();
            Duration alone = finish(server, server.run(server.plan("shop", "forwards", "all")));
            server.palindrome.backwards("shop", "all").orThrow();

            String run = server.run(server.plan("shop", "forwards", "all"));
            CompletableFuture<Duration> end = CompletableFuture.supplyAsync(() -> finish(server, run));
            int answered = load(server, end);

            System.out.printf(
                    "%d answers to %d readers in %d ms; the run alone took %d ms; heap %d and %d KiB%n",
                    answered, AT_ONCE, end.get().toMillis(), alone.toMillis(), before >> 10, heap() >> 10);
            assertThat(answered).isGreaterThan(AT_ONCE);
            assertThat(end.get()).isLessThan(alone.plus(slack(alone)));
            assertThat(heap()).isLessThan(before + (SECONDS < 30 ? 64L << 20 : 16L << 20));
        }
    }

    /** A tenth; in a short run, what a busy machine wavers by is more than that. */
    private static Duration slack(Duration alone) {
        return alone.dividedBy(SECONDS < 30 ? 2 : 10);
    }

    private static Migration[] migrations() {
        String sleep = "SELECT pg_sleep(" + SECONDS / (double) STATEMENTS + ")";
        return IntStream.rangeClosed(1, STATEMENTS)
                .mapToObj(i -> Migration.id("m" + i)
                        .forwards("CREATE TABLE t" + i + " (id int)", sleep)
                        .backwards("DROP TABLE t" + i)
                        .build())
                .toArray(Migration[]::new);
    }

    /** Reads the timeline with so many requests at once until the end; {@return how many were answered, all of them well}. */
    private static int load(TestServer server, CompletableFuture<?> end) {
        AtomicInteger answered = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<?>[] readers = Stream.generate(() -> read(server, answered, over))
                .limit(AT_ONCE)
                .toArray(CompletableFuture[]::new);
        end.join();
        over.set(true);
        CompletableFuture.allOf(readers).join();
        return answered.get();
    }

    private static CompletableFuture<Void> read(TestServer server, AtomicInteger answered, AtomicBoolean over) {
        return server.client()
                .sendAsync(
                        server.request("GET", "/api/v1/apps/shop/migrations", BodyPublishers.noBody()),
                        BodyHandlers.ofString())
                .thenCompose(response -> {
                    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
                    answered.incrementAndGet();
                    return over.get() ? CompletableFuture.completedFuture(null) : read(server, answered, over);
                });
    }

    private static Duration finish(TestServer server, String run) {
        try {
            JsonNode outcome = server.outcome(run);
            assertThat(outcome.path("success").asBoolean()).isTrue();
            return Duration.between(
                    Instant.parse(outcome.path("startedOn").asText()),
                    Instant.parse(outcome.path("finishedOn").asText()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The bytes in use once what is garbage is gone. */
    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
