package dev.palindrome.adapters.http.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palindrome.adapters.http.Answer;
import dev.palindrome.adapters.http.Gate;
import dev.palindrome.adapters.http.HiddenSql;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.Palindrome;
import dev.palindrome.spi.Migration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two servers on one database: the second is another one, or the first when it was started again. */
class TracesTest {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @Test
    void saysAfterARestartWhatARunHasDone() throws Exception {
        Pack pack = Pack.of("shop", Pack.table("t1"), Pack.table("t2"));
        String forwards;
        String backwards;
        try (TestServer first = server(pack)) {
            forwards = first.run(first.plan("shop", "forwards", "all"));
            first.outcome(forwards);
        }
        try (TestServer second = server(pack)) {
            JsonNode run = second.get(forwards).json();
            assertThat(run.path("success").asBoolean()).isTrue();
            assertThat(run.path("running").asBoolean()).isFalse();
            assertThat(run.path("appName").asText()).isEqualTo("shop");
            assertThat(run.path("message").asText()).isEqualTo("As the history has it, 2 of 2 migrations are done.");
            assertThat(run.path("steps").findValuesAsText("outcome")).containsExactly("done", "done");
            assertThat(run.path("steps").findValuesAsText("description"))
                    .containsExactly("the table t1", "the table t2");
            assertThat(second.get(forwards + "/events").status()).isEqualTo(204);
            backwards = second.run(second.plan("shop", "backwards", "1"));
            second.outcome(backwards);
        }
        try (TestServer third = server(pack)) {
            assertThat(third.get(backwards).json().path("steps").findValuesAsText("outcome"))
                    .containsExactly("done");
            assertThat(third.get(forwards).json().path("steps").findValuesAsText("outcome"))
                    .containsExactly("done", "not-started");
        }
    }

    @Test
    void saysAfterARestartThatAllOfALongRunIsDone() throws Exception {
        Migration[] many = IntStream.range(0, 1_000)
                .mapToObj(i -> Migration.id("%s-%d".formatted(UUID.randomUUID(), i))
                        .forwards("SET @x = " + i)
                        .backwards("SET @x = 0")
                        .build())
                .toArray(Migration[]::new);
        Migration[] more =
                Stream.concat(Stream.of(many), Stream.of(Pack.table("later"))).toArray(Migration[]::new);
        String forwards;
        String backwards;
        try (TestServer first = server(Pack.of("shop", many))) {
            forwards = first.run(first.plan("shop", "forwards", "all"));
            first.outcome(forwards);
        }
        try (TestServer second = server(Pack.of("shop", more))) {
            JsonNode run = second.get(forwards).json();

            assertThat(run.path("success").asBoolean()).isTrue();
            assertThat(run.path("message").asText())
                    .isEqualTo("As the history has it, 1000 of 1000 migrations are done.");
            assertThat(run.path("steps")).hasSize(1_000);
            backwards = second.run(second.plan("shop", "backwards", "all"));
            second.outcome(backwards);
        }
        try (TestServer third = server(Pack.of("shop", more))) {
            assertThat(third.get(backwards).json().path("success").asBoolean()).isTrue();
            assertThat(third.get(forwards).json().path("success").asBoolean()).isFalse();
        }
        try (TestServer withoutThem = server(Pack.of("shop", Pack.table("other")))) {
            assertThat(withoutThem.get(backwards).json().path("success").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void saysAfterARestartAtWhichStatementARunStopped() throws Exception {
        Migration half = Migration.id("half")
                .forwards("CREATE TABLE h1 (id int)", "NO SQL AT ALL")
                .backwards("DROP TABLE h1")
                .build();
        Pack pack = Pack.of("shop", Pack.table("t1"), half, Pack.table("t3"));
        String id;
        try (TestServer first = server(pack)) {
            id = first.run(first.plan("shop", "forwards", "all"));
            first.outcome(id);
        }
        try (TestServer second = server(pack)) {
            JsonNode run = second.get(id).json();

            assertThat(run.path("success").asBoolean()).isFalse();
            assertThat(run.path("running").asBoolean()).isFalse();
            assertThat(run.path("steps").findValuesAsText("outcome")).containsExactly("done", "failed", "not-started");
            assertThat(run.at("/steps/1/failedStatement/text").asText()).isEqualTo("NO SQL AT ALL");
            assertThat(run.at("/steps/1/error").asText()).contains("NO SQL");
            assertThat(run.at("/problems/0/code").asText()).isEqualTo("journal/half-done");
        }
    }

    @Test
    void masksSecretsInTheStatementOfARunAndAfterARestart() throws Exception {
        Migration half = Migration.id("half")
                .forwards("CREATE TABLE h1 (id int)")
                .forwards(new HiddenSql("INSERT INTO h1 VALUES ('s3cret')", "s3cret"))
                .backwards("DROP TABLE h1")
                .build();
        Pack pack = Pack.of("shop", half);
        String id;
        try (TestServer first = server(pack)) {
            id = first.run(first.plan("shop", "forwards", "all"));
            first.outcome(id);
            assertMasked(first.get(id));
            try (Stream<String> events = first.events(id)) {
                assertThat(events.toList())
                        .anyMatch(line -> line.contains("'***'"))
                        .noneMatch(line -> line.contains("s3cret"));
            }
        }
        try (TestServer second = server(pack)) {
            assertMasked(second.get(id));
        }
    }

    private static void assertMasked(Answer run) throws Exception {
        assertThat(run.json().at("/steps/0/failedStatement/text").asText()).isEqualTo("INSERT INTO h1 VALUES ('***')");
        assertThat(run.body()).doesNotContain("s3cret");
    }

    @Test
    void seesTheRunOfAnotherServer() throws Exception {
        Gate gate = new Gate();
        Pack pack = Pack.of("shop", Pack.table("t1"), gate.migration("g2"), Pack.table("t3"));
        try (TestServer first = server(pack);
                TestServer second = server(pack);
                gate) {
            String id = first.run(first.plan("shop", "forwards", "all"));
            gate.awaitReached();

            JsonNode run = second.get(id).json();
            JsonNode runs = second.get("/api/v1/runs").json();
            JsonNode plan = second.post("/api/v1/plans", "{\"appName\": \"shop\", \"direction\": \"forwards\"}")
                    .json();

            assertThat(run.path("running").asBoolean()).isTrue();
            assertThat(run.at("/steps/0/outcome").asText()).isEqualTo("done");
            assertThat(run.path("message").asText()).contains("1 of 3").contains("process");
            assertThat(runs.path("runs")).isEmpty();
            assertThat(runs.at("/elsewhere/holder").asText()).contains("process");
            assertThat(runs.at("/elsewhere/underWay/0/migrationId").asText()).isEqualTo("g2");
            assertThat(plan.path("lockedBy").asText())
                    .isEqualTo(runs.at("/elsewhere/holder").asText());
            gate.open();
            first.outcome(id);
            assertThat(first.get("/api/v1/runs").json().path("elsewhere").isNull())
                    .isTrue();
        }
    }

    /** Where steps are transactions, the journal has nothing of a run that goes well. */
    @Test
    void seesTheRunOfAnotherServerOnPostgresqlByWhatIsRecorded() throws Exception {
        Gate gate = new Gate();
        Pack pack = Pack.of("shop", Pack.table("t1"), Pack.table("t2"), gate.migration("g3"), Pack.table("t4"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                TestServer first = server(postgres.getJdbcUrl("postgres", "postgres"), pack);
                TestServer second = server(postgres.getJdbcUrl("postgres", "postgres"), pack);
                gate) {
            String id = first.run(first.plan("shop", "forwards", "all"));
            gate.awaitReached();

            JsonNode elsewhere = second.get("/api/v1/runs").json().path("elsewhere");

            assertThat(elsewhere.path("holder").asText()).contains("process");
            assertThat(elsewhere.path("underWay")).isEmpty();
            assertThat(elsewhere.path("latest").findValuesAsText("migrationId")).containsExactly("t2", "t1");
            assertThat(elsewhere.at("/latest/0/ranBy").asText()).contains("@");
            assertThat(second.get(id).json().path("message").asText())
                    .contains("2 of 4")
                    .contains("so far");
            gate.open();
            first.outcome(id);
        }
    }

    private TestServer server(Pack pack) {
        return server(url, pack);
    }

    private static TestServer server(String url, Pack pack) {
        return TestServer.on(Palindrome.on(url).packs(pack).build(), Limits.DEFAULT);
    }
}
