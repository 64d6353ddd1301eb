package dev.palindrome.adapters.http.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palindrome.adapters.http.Answer;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestDataSource;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.result.Status;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Session;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlansResourceTest {
    private TestServer server;

    @BeforeEach
    void start() {
        Migration oneWay =
                Migration.id("oneway").forwards("CREATE TABLE oneway (id int)").build();
        server = TestServer.with(Pack.of("shop", Pack.table("t1"), Pack.table("t2"), oneWay));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void computesAPlanAndRunsNothing() throws Exception {
        Answer answer = server.post("/api/v1/plans", "{\"appName\": \"shop\", \"direction\": \"forwards\"}");

        assertThat(answer.status()).isEqualTo(201);
        JsonNode plan = answer.json();
        String hash = plan.path("hash").asText();
        assertThat(hash).isEqualTo(plan.path("planHash").asText()).isNotBlank();
        assertThat(answer.header("Location")).isEqualTo("/api/v1/plans/" + hash);
        assertThat(plan.path("appName").asText()).isEqualTo("shop");
        assertThat(plan.path("preview").asBoolean()).isTrue();
        assertThat(plan.path("steps").findValuesAsText("outcome")).containsExactly("planned", "planned", "planned");
        assertThat(plan.at("/steps/0/statements").toString()).contains("CREATE TABLE t1 (id int)");
        assertThat(server.palindrome.check("shop")).allMatch(s -> s.status() == Status.PENDING);
    }

    @Test
    void saysWhatIsAtStake() throws Exception {
        server.palindrome.forwards("shop", "t2");
        try (Session session = server.palindrome.workspace().database().openSession()) {
            session.execute("INSERT INTO t2 VALUES (1), (2)");
        }

        Answer answer = server.post("/api/v1/plans", "{\"appName\": \"shop\", \"direction\": \"backwards\"}");

        assertThat(answer.json().path("atStake")).isEqualTo(Answer.parse("""
                {"tables": [{"name": "t2", "rows": 2}], "columns": [], "rows": [], "totalRows": 2, "uncounted": []}
                """));
        assertThat(server.get(answer.header("Location")).json().path("atStake"))
                .isEqualTo(answer.json().path("atStake"));
    }

    @Test
    void countsWhatIsAtStakeOnceForWhoeverComputesAPlanAndLooksAtIt() throws Exception {
        TestDataSource database = new TestDataSource();
        Palindrome palindrome =
                Palindrome.on(database).packs(Pack.of("shop", Pack.table("t1"))).build();
        palindrome.forwards("shop").orThrow();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                TestServer counted = TestServer.on(palindrome, Limits.DEFAULT)) {
            statement.execute("SET QUERY_STATISTICS TRUE");

            Answer plan = counted.post("/api/v1/plans", "{\"appName\": \"shop\", \"direction\": \"backwards\"}");
            Answer shown = counted.get(plan.header("Location"));
            Answer again = counted.get(plan.header("Location"));

            assertThat(plan.json().at("/atStake/tables/0/rows").asInt(-1)).isZero();
            assertThat(shown.json().path("atStake"))
                    .isEqualTo(plan.json().path("atStake"))
                    .isEqualTo(again.json().path("atStake"));
            try (ResultSet counts =
                    statement.executeQuery("SELECT SUM(EXECUTION_COUNT) FROM INFORMATION_SCHEMA.QUERY_STATISTICS"
                            + " WHERE UPPER(SQL_STATEMENT) LIKE 'SELECT COUNT(*)%T1%'")) {
                counts.next();
                assertThat(counts.getInt(1)).isOne();
            }
        }
    }

    @Test
    void showsAPlanAgainAtItsAddress() throws Exception {
        Answer computed = server.post("/api/v1/plans", "{\"appName\": \"shop\", \"direction\": \"forwards\"}");
        Answer shown = server.get(computed.header("Location"));

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().path("hash")).isEqualTo(computed.json().path("hash"));
        assertThat(shown.json().path("steps").size()).isEqualTo(3);
    }

    @Test
    void goesToAMigrationWhoseIdCouldBeACount() throws Exception {
        Pack numbered = Pack.of("geo", migration("1"), migration("2"), migration("3"));
        try (TestServer numbers = TestServer.with(numbered)) {
            numbers.palindrome.forwards("geo");

            Answer answer = numbers.post(
                    "/api/v1/plans", "{\"appName\": \"geo\", \"direction\": \"backwards\", \"id\": \"1\"}");

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json().path("steps").findValuesAsText("migrationId"))
                    .containsExactly("3", "2", "1");
        }
    }

    private static Migration migration(String id) {
        return Migration.id(id)
                .forwards("CREATE TABLE t" + id + " (id int)")
                .backwards("DROP TABLE t" + id)
                .build();
    }

    @Test
    void doesNotShowAPlanThatHasChanged() throws Exception {
        String hash = server.plan("shop", "forwards", "all");
        server.palindrome.forwards("shop", "1");

        Answer answer = server.get("/api/v1/plans/" + hash);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("plan/changed");
    }

    @Test
    void goesForwardsToTheEndAndBackwardsByOneUnlessToldOtherwise() throws Exception {
        server.palindrome.forwards("shop", "t2");

        Answer backwards = server.post("/api/v1/plans", "{\"appName\": \"shop\", \"direction\": \"backwards\"}");

        assertThat(backwards.json().path("steps").findValuesAsText("migrationId"))
                .containsExactly("t2");
    }

    @Test
    void plansToRecordWithoutRunning() throws Exception {
        Answer answer = server.post(
                "/api/v1/plans",
                "{\"appName\": \"shop\", \"direction\": \"forwards\", \"target\": \"1\", \"fake\": true}");

        assertThat(answer.json().path("message").asText()).contains("recorded without running");
        assertThat(answer.json().at("/steps/0/statements").toString()).doesNotContain("CREATE TABLE t1");
    }

    @Test
    void showsAPlanThatIsRefusedWithItsProblems() throws Exception {
        server.palindrome.forwards("shop");

        Answer answer = server.post("/api/v1/plans", "{\"appName\": \"shop\", \"direction\": \"backwards\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("success").asBoolean()).isFalse();
        assertThat(answer.json().at("/problems/0/code").asText()).isEqualTo("plan/irreversible");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ``                                                                   | request/json
        []                                                                   | request/json
        null                                                                 | request/json
        {                                                                    | request/json
        nonsense                                                             | request/json
        {"appName": "shop", "direction": "forwards"} x                       | request/json
        {"appName": "shop", "appName": "shop"}                               | request/json
        {}                                                                   | request/property
        {"direction": "forwards"}                                            | request/property
        {"appName": "shop"}                                                  | request/property
        {"appName": "shop", "direction": "sync", "target": "1"}              | request/property
        {"appName": "shop", "direction": "FORWARDS"}                         | request/property
        {"appName": "shop", "direction": "forwards", "taget": "1"}           | request/property
        {"appName": "shop", "direction": "forwards", "target": 1}            | request/property
        {"appName": "shop", "direction": "forwards", "target": null}         | request/property
        {"appName": "shop", "direction": "forwards", "target": "1", "id": "1"} | request/property
        {"appName": ["shop"], "direction": "forwards"}                       | request/property
        {"appName": "shop", "direction": "forwards", "fake": "true"}         | request/property
        {"appName": "shop", "direction": "sync", "fake": true}               | request/property
        {"appName": "shop", "direction": "repair"}                           | request/property
        {"appName": "shop", "direction": "backwards", "fake": true}          | request/property
        {"appName": "shop", "direction": "forwards", "target": " "}          | request/target
        """)
    void saysWhatIsWrongWithARequest(String body, String code) throws Exception {
        Answer answer = server.post("/api/v1/plans", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("jackson", "StreamReadFeature");
    }

    @Test
    void saysWhichDirectionsThereAre() throws Exception {
        Answer answer = server.post("/api/v1/plans", "{\"appName\": \"shop\", \"direction\": \"up\"}");

        assertThat(answer.json().path("detail").asText())
                .isEqualTo("There is no direction 'up' here. There is: forwards, backwards, sync.");
    }

    @ParameterizedTest
    @CsvSource({"nix, all, app/unknown", "shop, nix, migration/unknown"})
    void saysThatThereIsNoSuchAppOrMigration(String app, String target, String code) throws Exception {
        Answer answer = server.post(
                "/api/v1/plans",
                "{\"appName\": \"%s\", \"direction\": \"forwards\", \"target\": \"%s\"}".formatted(app, target));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(answer.json().path("detail").asText()).contains("There is: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1", "nix"})
    void takesNothingButJson(String type) throws Exception {
        Answer answer = server.send(
                "POST",
                "/api/v1/plans",
                BodyPublishers.ofString("{\"appName\": \"shop\", \"direction\": \"forwards\"}"),
                "Content-Type",
                type);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("request/media-type");
    }

    @Test
    void refusesNamesLongerThanTheParserReads() throws Exception {
        Answer answer = server.send(
                "POST",
                "/api/v1/plans",
                BodyPublishers.ofString("{\"" + "a".repeat(60_000) + "\": \"\"}"),
                "Content-Type",
                "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("request/json");
    }

    @Test
    void takesJsonThatSaysItIsUtf8() throws Exception {
        Answer answer = server.send(
                "POST",
                "/api/v1/plans",
                BodyPublishers.ofString("{\"appName\": \"shop\", \"direction\": \"forwards\"}"),
                "Content-Type",
                "application/json;charset=\"UTF-8\"");

        assertThat(answer.status()).isEqualTo(201);
    }
}
