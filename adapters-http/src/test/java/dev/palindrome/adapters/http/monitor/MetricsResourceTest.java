package dev.palindrome.adapters.http.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.Answer;
import dev.palindrome.adapters.http.Gate;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.Palindrome;
import dev.palindrome.spi.Migration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsResourceTest {
    @Test
    void countsMigrationsRunsAndWaitsByApp() throws Exception {
        Gate gate = new Gate();
        Migration failing = Migration.id("m1").forwards("NO SQL AT ALL").build();
        try (TestServer server = TestServer.with(
                        Pack.of("shop", gate.migration("g1"), Pack.table("t2")), Pack.of("broken", failing));
                gate) {
            String run = server.run(server.plan("shop", "forwards", "1"));
            gate.awaitReached();
            String waiting = server.run(server.plan("broken", "forwards", "all"));
            assertThat(lines(server)).contains("palindrome_runs_unfinished 2", "palindrome_database_up 1");
            gate.open();
            server.outcome(run);
            server.outcome(waiting);
            String again = server.run(server.plan("broken", "forwards", "all"));
            server.outcome(again);

            assertThat(lines(server))
                    .contains(
                            "palindrome_migrations{app=\"shop\",status=\"applied\"} 1",
                            "palindrome_migrations{app=\"shop\",status=\"pending\"} 1",
                            "palindrome_migrations{app=\"shop\",status=\"failed\"} 0",
                            "palindrome_runs_unfinished 0",
                            "palindrome_run_duration_seconds_count{app=\"shop\",direction=\"forwards\",outcome=\"done\"} 1",
                            "palindrome_lock_wait_seconds_count{app=\"shop\"} 1",
                            "palindrome_lock_wait_seconds_sum{app=\"shop\"} 0.000000",
                            "palindrome_lock_wait_seconds_count{app=\"broken\"} 2")
                    .doesNotContain("palindrome_lock_wait_seconds_sum{app=\"broken\"} 0.000000")
                    .allMatch(line ->
                            line.matches("# (HELP|TYPE) palindrome_\\w+ .+|palindrome_\\w+(\\{[^{}]+})? [0-9.]+"));
        }
    }

    @Test
    void answersWhenTheDatabaseIsAway() throws Exception {
        Palindrome nowhere = Palindrome.on("jdbc:h2:mem:nowhere;IFEXISTS=TRUE").build();
        try (TestServer server = TestServer.on(nowhere, Limits.DEFAULT)) {
            assertThat(lines(server)).contains("palindrome_database_up 0");
        }
    }

    @Test
    void escapesWhatComesFromElsewhere() {
        Metrics metrics = new Metrics();

        assertThat(metrics.text("1\"\\\n", Optional.empty()))
                .contains("palindrome_build_info{version=\"1\\\"\\\\\\n\"} 1");
    }

    private static List<String> lines(TestServer server) throws Exception {
        Answer answer = server.get("/metrics");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain").contains("version=0.0.4");
        return answer.body().lines().toList();
    }
}
