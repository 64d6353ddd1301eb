package dev.palindrome.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.spi.Migration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Many readers during a run on PostgreSQL, all on one machine: the run, the database, the server and those who read. The run does
 * what migrations do, many small statements, and takes about so many seconds alone as {@code -Dpalindrome.load.seconds} says; the
 * timeline is read page by page, as the page does.
 */
class LoadTest {
    private static final int SECONDS = Integer.getInteger("palindrome.load.seconds", 2);
    /** A tenth; a short run wavers by more than that, on two cores that all of this shares with other builds. */
    private static final double MOST = SECONDS < 30 ? 1.75 : 1.1;

    private static final int ROUNDS = SECONDS < 30 ? 4 : 2;
    private static final int AT_ONCE = 200;
    private static final int APPLIED = 3_000;
    private static final int PENDING = 100 * SECONDS;
    private static final int STATEMENTS = 12;
    private static final String FIRST_PAGE = "/api/v1/apps/shop/migrations?limit=1000";

    @Test
    void two_hundred_readers_at_once_neither_fail_nor_slow_a_run_down_nor_pile_up() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                TestServer server = TestServer.on(
                        Palindrome.on(postgres.getJdbcUrl("postgres", "postgres"))
                                .packs(Pack.of("shop", migrations()))
                                .build(),
                        TestLimits.remembering(1))) {
            server.palindrome
                    .forwards(ForwardsRequest.of("shop")
                            .migrationId("a" + APPLIED)
                            .fake(true))
                    .orThrow();
            for (int i = 0; i < 20; i++) {
                read(server, FIRST_PAGE, new AtomicInteger(), new AtomicBoolean(true))
                        .join();
            }
            measure(server, true); // by now all is compiled, and the pools of buffers are full
            List<Duration> alone = new ArrayList<>();
            List<Duration> loaded = new ArrayList<>();
            long before = heap();
            do {
                alone.add(measure(server, false));
                loaded.add(measure(server, true));
            } while (loaded.size() < ROUNDS && best(alone, loaded) > MOST);
            long after = heap();

            System.out.printf(
                    "alone %s, loaded %s: %.2f; heap %d and %d MiB%n",
                    alone, loaded, best(alone, loaded), before >> 20, after >> 20);
            assertThat(best(alone, loaded)).isLessThanOrEqualTo(MOST);
            assertThat(after).isLessThan(before + (16L << 20));
        }
    }

    /** The best ratio of a round, since whatever else the machine does falls on one side or the other. */
    private static double best(List<Duration> alone, List<Duration> loaded) {
        return IntStream.range(0, loaded.size())
                .mapToDouble(
                        i -> (double) loaded.get(i).toNanos() / alone.get(i).toNanos())
                .min()
                .orElseThrow();
    }

    private static Migration[] migrations() {
        Stream<Migration> applied = IntStream.rangeClosed(1, APPLIED)
                .mapToObj(i -> Migration.id("a" + i).forwards("SELECT 1").build());
        return Stream.concat(applied, IntStream.rangeClosed(1, PENDING).mapToObj(LoadTest::work))
                .toArray(Migration[]::new);
    }

    private static Migration work(int i) {
        List<String> statements = new ArrayList<>(List.of(
                "CREATE TABLE t" + i + " (id int PRIMARY KEY)",
                "ALTER TABLE t" + i + " ADD COLUMN name varchar(40)",
                "CREATE INDEX i" + i + " ON t" + i + " (name)"));
        IntStream.range(statements.size(), STATEMENTS)
                .mapToObj(n -> "INSERT INTO t" + i + " VALUES (" + n + ", 'number " + n + "')")
                .forEach(statements::add);
        return Migration.id("p" + i)
                .forwards(statements.toArray(String[]::new))
                .backwards("DROP TABLE t" + i)
                .build();
    }

    /** {@return how long the run takes, with readers or without; afterwards all is as before} */
    private static Duration measure(TestServer server, boolean withReaders) throws Exception {
        String run = server.run(server.plan("shop", "forwards", "all"));
        CompletableFuture<Duration> end = CompletableFuture.supplyAsync(() -> finish(server, run));
        if (withReaders) {
            int answered = load(server, end);
            System.out.printf("%d answers in %d ms%n", answered, end.join().toMillis());
            assertThat(answered).isGreaterThan(AT_ONCE);
        }
        end.join();
        server.palindrome.backwards("shop", "p1").orThrow();
        return end.join();
    }

    /** Reads the timeline with so many requests at once until the end; {@return how many were answered, all of them well}. */
    private static int load(TestServer server, CompletableFuture<?> end) {
        AtomicInteger answered = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<?>[] readers = Stream.generate(() -> read(server, FIRST_PAGE, answered, over))
                .limit(AT_ONCE)
                .toArray(CompletableFuture[]::new);
        end.join();
        over.set(true);
        CompletableFuture.allOf(readers).join();
        return answered.get();
    }

    private static CompletableFuture<Void> read(
            TestServer server, String path, AtomicInteger answered, AtomicBoolean over) {
        return server.client()
                .sendAsync(server.request("GET", path, BodyPublishers.noBody()), BodyHandlers.ofString())
                .thenCompose(response -> {
                    String body = response.body();
                    assertThat(response.statusCode()).as(body).isEqualTo(200);
                    answered.incrementAndGet();
                    return over.get()
                            ? CompletableFuture.completedFuture(null)
                            : read(server, next(body), answered, over);
                });
    }

    /** The next page, or the first one again. It stands at the end, which is looked at alone: readers shouldn't cost much. */
    private static String next(String body) {
        int from = body.lastIndexOf("\"next\"");
        int begin = body.indexOf("/api/", from);
        return from < 0 || begin < 0 ? FIRST_PAGE : body.substring(begin, body.indexOf('"', begin));
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
