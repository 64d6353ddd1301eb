package dev.palindrome.adapters.http.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palindrome.adapters.http.Answer;
import dev.palindrome.adapters.http.Gate;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestLimits;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.domain.result.Status;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunsResourceTest {
    @Test
    void runsWhatWasApprovedAndSaysWhatCameOfIt() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1"), Pack.table("t2")))) {
            String hash = server.plan("shop", "forwards", "all");
            Answer started = server.start(hash);

            assertThat(started.status()).isEqualTo(202);
            String id = started.json().path("id").asText();
            assertThat(started.header("Location")).isEqualTo("/api/v1/runs/" + id);
            JsonNode outcome = server.outcome("/api/v1/runs/" + id);
            assertThat(outcome.path("running").asBoolean()).isFalse();
            assertThat(outcome.path("success").asBoolean()).isTrue();
            assertThat(outcome.path("message").asText()).isEqualTo("2 migrations ran forwards");
            assertThat(outcome.path("planHash").asText()).isEqualTo(hash);
            assertThat(outcome.path("steps").findValuesAsText("outcome")).containsExactly("done", "done");
            assertThat(outcome.path("finishedOn").asText()).endsWith("Z");
            assertThat(server.palindrome.check("shop")).allMatch(s -> s.status() == Status.APPLIED);
        }
    }

    @Test
    void writesIntoTheHistoryWhoseTokenApprovedIt() throws Exception {
        try (TestServer server = TestServer.guarded(Limits.DEFAULT, Pack.of("shop", Pack.table("t1")))) {
            String[] operator = {"Authorization", "Bearer operator-secret"};
            Answer plan = server.post(
                    "/api/v1/plans",
                    "{\"appName\": \"shop\", \"direction\": \"forwards\"}",
                    "Authorization",
                    "Bearer viewer-secret");
            Answer started = server.start(plan.json().path("hash").asText(), operator);
            try (Stream<String> lines = server.events(started.header("Location"), operator)) {
                lines.forEach(line -> {});
            }

            assertThat(ranBy(server)).matches("OPERATOR via [^ ]+@[^ ]+");
        }
    }

    @Test
    void writesTheServersOwnAccountIntoTheHistoryWhereNobodyNeedsAToken() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            server.outcome(server.run(server.plan("shop", "forwards", "all")));

            assertThat(ranBy(server)).matches("[^ ]+@[^ ]+");
        }
    }

    @Test
    void runsBackwards() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1"), Pack.table("t2")))) {
            server.palindrome.forwards("shop");

            JsonNode outcome = server.outcome(server.run(server.plan("shop", "backwards", "all")));

            assertThat(outcome.path("direction").asText()).isEqualTo("backwards");
            assertThat(outcome.path("steps").findValuesAsText("migrationId")).containsExactly("t2", "t1");
            assertThat(server.palindrome.check("shop")).allMatch(s -> s.status() == Status.PENDING);
        }
    }

    @Test
    void runsAPlanWithNothingToDo() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            JsonNode outcome = server.outcome(server.run(server.plan("shop", "backwards", "all")));

            assertThat(outcome.path("success").asBoolean()).isTrue();
            assertThat(outcome.path("message").asText()).startsWith("Nothing to reverse");
        }
    }

    @Test
    void tellsHowARunStandsWhileItRuns() throws Exception {
        Gate gate = new Gate();
        try (TestServer server =
                        TestServer.with(Pack.of("shop", Pack.table("t1"), gate.migration("g2"), Pack.table("t3")));
                gate) {
            String run = server.run(server.plan("shop", "forwards", "all"));
            gate.awaitReached();

            JsonNode now = server.get(run).json();

            assertThat(now.path("running").asBoolean()).isTrue();
            assertThat(now.path("success").asBoolean()).isFalse();
            assertThat(now.path("message").asText()).isEqualTo("Running: 1 of 3 migrations so far");
            assertThat(now.path("steps").findValuesAsText("outcome"))
                    .containsExactly("done", "not-started", "not-started");
            assertThat(now.at("/current/migrationId").asText()).isEqualTo("g2");
            assertThat(now.at("/current/number").asInt()).isEqualTo(2);
            assertThat(now.at("/current/statement/text").asText()).isEqualTo("-- Java code: waits");
            assertThat(now.path("finishedOn").isNull()).isTrue();
            gate.open();
            assertThat(server.outcome(run).path("current").isNull()).isTrue();
        }
    }

    @Test
    void findsTheSameRunWhenItIsStartedAgainMeanwhile() throws Exception {
        Gate gate = new Gate();
        try (TestServer server = TestServer.with(Pack.of("shop", gate.migration("g1")));
                gate) {
            String hash = server.plan("shop", "forwards", "all");
            String run = server.run(hash);
            gate.awaitReached();

            assertThat(server.run(hash)).isEqualTo(run);
        }
    }

    @Test
    void startsOneRunWhenManyAskAtOnce() throws Exception {
        Gate gate = new Gate();
        try (TestServer server = TestServer.with(Pack.of("shop", gate.migration("g1")));
                gate) {
            String hash = server.plan("shop", "forwards", "all");
            List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                asked.add(startAsync(server, hash));
            }
            Set<String> runs = new HashSet<>();
            for (CompletableFuture<HttpResponse<String>> answer : asked) {
                assertThat(answer.get().statusCode()).isEqualTo(202);
                runs.add(Answer.of(answer.get()).header("Location"));
            }

            assertThat(runs).hasSize(1);
            gate.open();
            JsonNode outcome = server.outcome(runs.iterator().next());
            assertThat(outcome.path("success").asBoolean()).isTrue();
            assertThat(server.palindrome.check("shop")).hasSize(1).allMatch(s -> s.status() == Status.APPLIED);
        }
    }

    @Test
    void startsOneRunWhenTwoAskWhileThePlanIsComputedAgain() throws Exception {
        Rendezvous rendezvous = new Rendezvous();
        Migration meeting = Migration.id("meeting").forwards(rendezvous).build();
        Gate gate = new Gate();
        try (TestServer server = TestServer.with(Pack.of("shop", gate.migration("g1"), meeting));
                gate) {
            String hash = server.plan("shop", "forwards", "all");
            rendezvous.begin();
            CompletableFuture<HttpResponse<String>> one = startAsync(server, hash);
            CompletableFuture<HttpResponse<String>> two = startAsync(server, hash);

            assertThat(Answer.of(one.get()).header("Location"))
                    .isEqualTo(Answer.of(two.get()).header("Location"))
                    .isNotBlank();
        }
    }

    @Test
    void refusesToRunAPlanASecondTimeOnceItHasRun() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            String hash = server.plan("shop", "forwards", "all");
            server.outcome(server.run(hash));

            Answer again = server.start(hash);

            assertThat(again.status()).isEqualTo(409);
            assertThat(again.problem()).isEqualTo("plan/changed");
        }
    }

    @Test
    void refusesAPlanWhenTheHistoryHasChanged() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1"), Pack.table("t2")))) {
            String hash = server.plan("shop", "forwards", "all");
            server.palindrome.forwards("shop", "1");

            Answer answer = server.start(hash);

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.problem()).isEqualTo("plan/changed");
            assertThat(answer.json().path("detail").asText()).contains(hash);
        }
    }

    @Test
    void refusesAPlanThatHasChangedAlsoWhileAnotherRuns() throws Exception {
        Gate gate = new Gate();
        try (TestServer server =
                        TestServer.with(Pack.of("one", gate.migration("g1")), Pack.of("two", Pack.table("t2")));
                gate) {
            String stale = server.plan("two", "forwards", "all");
            String hash = server.plan("one", "forwards", "all");
            server.run(hash);
            gate.awaitReached();

            Answer answer = server.start(stale);

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.problem()).isEqualTo("plan/changed");
            assertThat(server.start(hash).status()).isEqualTo(202);
        }
    }

    @Test
    void refusesAPlanThatHasErrors() throws Exception {
        Migration oneWay =
                Migration.id("oneway").forwards("CREATE TABLE oneway (id int)").build();
        try (TestServer server = TestServer.with(Pack.of("shop", oneWay))) {
            server.palindrome.forwards("shop");

            Answer answer = server.start(server.plan("shop", "backwards", "1"));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("plan/irreversible");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nix", "%2E%2E", "a%2Fb", "%F0%9F%98%80"})
    void knowsNoOtherPlansAndRuns(String id) throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            Answer plan = server.start(id);
            Answer run = server.get("/api/v1/runs/" + id);
            Answer events = server.get("/api/v1/runs/" + id + "/events");

            assertThat(plan.status()).isEqualTo(404);
            assertThat(plan.problem()).isEqualTo("plan/unknown");
            assertThat(plan.json().path("detail").asText()).contains("POST /api/v1/plans");
            assertThat(run.status()).isEqualTo(404);
            assertThat(run.problem()).isEqualTo("run/unknown");
            assertThat(events.status()).isEqualTo(404);
            assertThat(events.problem()).isEqualTo("run/unknown");
        }
    }

    @Test
    void tellsWhichStatementFailedAndRunsAgainOnceItIsMended() throws Exception {
        Migration failing = Migration.id("m1")
                .forwards("INSERT INTO later VALUES (1)")
                .backwards("DELETE FROM later")
                .build();
        try (TestServer server = TestServer.with(Pack.of("shop", failing), Pack.of("other", Pack.table("later")))) {
            String hash = server.plan("shop", "forwards", "all");
            String first = server.run(hash);
            JsonNode failed = server.outcome(first);

            assertThat(failed.path("success").asBoolean()).isFalse();
            assertThat(failed.at("/steps/0/failedStatement/text").asText()).isEqualTo("INSERT INTO later VALUES (1)");
            assertThat(failed.at("/problems/0/code").asText()).isEqualTo("run/statement-failed");
            assertThat(server.run(hash)).isNotEqualTo(first);
        }
    }

    @Test
    void letsOneRunWaitForAnotherAndChecksItsPlanThen() throws Exception {
        Gate gate = new Gate();
        try (TestServer server =
                        TestServer.with(Pack.of("one", gate.migration("g1")), Pack.of("two", Pack.table("t2")));
                gate) {
            String first = server.run(server.plan("one", "forwards", "all"));
            gate.awaitReached();
            String waiting = server.run(server.plan("two", "forwards", "all"));

            assertThat(server.get(waiting).json().path("running").asBoolean()).isTrue();
            assertThat(server.get(waiting).json().path("waitingFor").asText()).isEqualTo("another run of this server");
            gate.open();
            assertThat(server.outcome(first).path("success").asBoolean()).isTrue();
            assertThat(server.outcome(waiting).at("/problems/0/code").asText()).isEqualTo("plan/changed");
        }
    }

    @Test
    void takesNoMoreRunsThanMayWait() throws Exception {
        Limits limits = TestLimits.waitingRuns(1);
        Gate gate = new Gate();
        try (TestServer server = TestServer.with(
                        limits,
                        Pack.of("one", gate.migration("g1")),
                        Pack.of("two", Pack.table("t2")),
                        Pack.of("three", Pack.table("t3")));
                gate) {
            server.run(server.plan("one", "forwards", "all"));
            gate.awaitReached();
            server.run(server.plan("two", "forwards", "all"));

            Answer answer = server.start(server.plan("three", "forwards", "all"));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("server/busy");
            assertThat(answer.header("Retry-After")).isNotBlank();
        }
    }

    @Test
    void remembersTheLatestRunsAndReadsOlderOnesOffTheHistory() throws Exception {
        try (TestServer server =
                TestServer.with(TestLimits.finishedRuns(2), Pack.of("shop", Pack.table("t1"), Pack.table("t2")))) {
            String first = server.run(server.plan("shop", "forwards", "1"));
            server.outcome(first);
            String second = server.run(server.plan("shop", "forwards", "1"));
            server.outcome(second);
            String third = server.run(server.plan("shop", "backwards", "1"));
            server.outcome(third);

            assertThat(server.get("/api/v1/runs").json().path("runs").findValuesAsText("id"))
                    .containsExactly(id(third), id(second));
            assertThat(server.get(first).json().path("message").asText())
                    .isEqualTo("As the history has it, 1 of 1 migrations are done.");
            assertThat(server.get(second).json().path("message").asText()).isEqualTo("1 migration ran forwards");
        }
    }

    @Test
    void takesAnEmptyObjectAndNothingElseForABody() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            String path = "/api/v1/plans/" + server.plan("shop", "forwards", "all") + "/runs";

            assertThat(server.post(path, "{\"force\": true}").problem()).isEqualTo("request/property");
            assertThat(server.post(path, "[]").problem()).isEqualTo("request/json");
            assertThat(server.send("POST", path, BodyPublishers.ofString("{}"), "Content-Type", "text/plain")
                            .problem())
                    .isEqualTo("request/media-type");
            assertThat(server.post(path, "{}").status()).isEqualTo(202);
        }
    }

    private static String id(String run) {
        return run.substring(run.lastIndexOf('/') + 1);
    }

    private static CompletableFuture<HttpResponse<String>> startAsync(TestServer server, String hash) {
        return server.client()
                .sendAsync(
                        server.request("POST", "/api/v1/plans/" + hash + "/runs", BodyPublishers.noBody()),
                        BodyHandlers.ofString());
    }

    /** Whoever computes a plan with this waits a while for somebody else who does the same at the same time. */
    private static final class Rendezvous implements Operation {
        private volatile CountDownLatch missing = new CountDownLatch(0);

        void begin() {
            missing = new CountDownLatch(2);
        }

        @Override
        public List<Instruction> compile(Dialect dialect, dev.palindrome.spi.catalogue.Catalogue before) {
            try {
                CountDownLatch both = missing;
                both.countDown();
                if (both.await(300, TimeUnit.MILLISECONDS)) {
                    missing = new CountDownLatch(0);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return List.of();
        }

        @Override
        public String fingerprint() {
            return "rendezvous";
        }
    }

    private static String ranBy(TestServer server) {
        return server.palindrome.check("shop").get(0).run().orElseThrow().ranBy();
    }
}
