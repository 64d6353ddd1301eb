package dev.palindrome.adapters.http.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palindrome.adapters.http.Answer;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.domain.ForwardsRequest;
import org.junit.jupiter.api.Test;

class AppsResourceTest {
    @Test
    void listsAppsAfterWhatTheyDependOnWithCounts() throws Exception {
        try (TestServer server = TestServer.with(
                Pack.of("a-shop", Pack.table("t1"), Pack.table("t2")).on("base"),
                Pack.of("base", Pack.table("b1")),
                Pack.of("empty"))) {
            server.palindrome.forwards("a-shop", "1");
            server.palindrome.forwards(ForwardsRequest.of("a-shop").fake(true));

            Answer answer = server.get("/api/v1/apps");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            JsonNode apps = answer.json().path("apps");
            assertThat(apps.findValuesAsText("appName")).containsExactly("base", "a-shop", "empty");
            assertThat(apps.at("/1/dependsOn/0").asText()).isEqualTo("base");
            assertThat(apps.at("/1/counts").toString())
                    .isEqualTo("{\"pending\":0,\"applied\":1,\"changed\":0,\"missing\":0,\"failed\":0,\"faked\":1}");
            assertThat(apps.at("/2/counts/pending").asInt()).isZero();
            assertThat(apps.findValuesAsText("name")).containsExactly("base", "a-shop", "empty");
            assertThat(apps.at("/1/applied").asInt()).isEqualTo(1);
            assertThat(apps.at("/1/faked").asInt()).isEqualTo(1);
            assertThat(apps.at("/1/pending").asInt()).isZero();
            assertThat(apps.at("/1/lastRunOn").asText())
                    .isEqualTo(server.palindrome.check("a-shop").stream()
                            .map(status -> status.run().orElseThrow().ranOn().toString())
                            .max(String::compareTo)
                            .orElseThrow());
            assertThat(apps.at("/2/lastRunOn").isNull()).isTrue();
            assertThat(answer.json().path("problems")).isEmpty();
        }
    }

    @Test
    void showsProblemsOfPacks() throws Exception {
        try (TestServer server =
                TestServer.with(Pack.of("shop", Pack.table("t1")).on("gone"))) {
            JsonNode problem = server.get("/api/v1/apps").json().at("/problems/0");

            assertThat(problem.path("code").asText()).isEqualTo("app/dependency-missing");
            assertThat(problem.path("severity").asText()).isEqualTo("error");
        }
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            Answer get = server.get("/api/v1/apps");
            Answer head = server.send("HEAD", "/api/v1/apps", java.net.http.HttpRequest.BodyPublishers.noBody());

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        }
    }
}
