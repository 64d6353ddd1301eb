package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts depend on these names. Each run must leave one document on standard output, and nothing else. */
class JsonOutputTest {
    @TempDir
    Path folder;

    private CommandLineFixture shop;

    @BeforeEach
    void shop() {
        shop = CommandLineFixture.withShop(folder);
    }

    @Test
    void a_run_has_the_result_and_its_steps() {
        Run run = shop.run("forwards", "shop", "--output", "json");

        JsonNode result = run.json();
        assertThat(run.err()).isEmpty();
        assertThat(names(result))
                .contains("success", "message", "direction", "planHash", "preview", "steps", "problems");
        assertThat(result.get("success").booleanValue()).isTrue();
        assertThat(result.get("direction").textValue()).isEqualTo("forwards");
        JsonNode step = result.get("steps").get(0);
        assertThat(names(step))
                .contains(
                        "appName",
                        "migrationId",
                        "description",
                        "outcome",
                        "durationMillis",
                        "transactional",
                        "statements",
                        "ownStatements");
        assertThat(step.get("statements")
                        .get(step.get("ownStatements").get(0).intValue())
                        .textValue())
                .containsAnyOf("BEGIN", "palindrome_history");
        assertThat(step.get("outcome").textValue()).isEqualTo("done");
    }

    @Test
    void a_failed_run_says_which_statement_failed() {
        shop.file("shop/0003__broken.sql", "-- forwards\nSELEC 1;\n")
                .file("shop/0004__x.sql", "-- forwards\nSELECT 1;\n");

        Run run = shop.run("--output=json", "forwards", "shop");

        JsonNode steps = run.json().get("steps");
        assertThat(run.code()).isEqualTo(1);
        assertThat(steps.findValuesAsText("outcome")).containsExactly("done", "done", "rolled-back", "not-started");
        JsonNode failed = steps.get(2);
        assertThat(names(failed.get("failedStatement"))).contains("index", "text", "file", "line");
        assertThat(failed.get("error").textValue()).contains("SELEC");
        assertThat(names(run.json().get("problems").get(0))).contains("code", "severity", "message", "location");
    }

    @Test
    void a_preview_says_so() {
        JsonNode result =
                shop.run("forwards", "shop", "--preview", "--output", "json").json();
        assertThat(result.get("preview").booleanValue()).isTrue();
        assertThat(result.get("steps").findValuesAsText("outcome")).containsOnly("planned");
        assertThat(result.get("planHash").textValue()).matches("[0-9a-f]{64}");
    }

    @Test
    void check_has_the_statuses() {
        shop.run("forwards", "shop", "1");
        JsonNode report = shop.run("check", "--output", "json").json();
        assertThat(names(report)).containsExactly("statuses", "problems");
        JsonNode ran = report.get("statuses").get(0);
        assertThat(names(ran))
                .contains("appName", "migrationId", "description", "hasRan", "status", "ranOn", "reversal", "proof");
        assertThat(ran.get("ranOn").textValue()).isEqualTo("2026-03-02T10:15:00.123456Z");
        assertThat(report.get("statuses").get(1).get("ranOn").isNull()).isTrue();
    }

    @Test
    void a_sync_has_both_directions() throws IOException {
        shop.run("forwards", "shop");
        Files.delete(folder.resolve("shop/0002__email.sql"));
        shop.file("shop/0003__stock.sql", "-- forwards\nCREATE TABLE stock (id int);\n");

        JsonNode result = shop.run("sync", "-y", "--output", "json").json();

        assertThat(result.get("direction").textValue()).isEqualTo("sync");
        assertThat(result.get("steps").findValuesAsText("direction")).containsExactly("backwards", "forwards");
        assertThat(result.get("steps").get(0).get("notes").get(0).textValue()).contains("stored when it ran");
    }

    @Test
    void a_tag_is_a_result_and_shown_by_check() {
        shop.run("forwards", "shop");

        assertThat(shop.run("tag", "shop", "v1", "--output", "json")
                        .json()
                        .get("success")
                        .booleanValue())
                .isTrue();
        JsonNode newest =
                shop.run("check", "--output", "json").json().get("statuses").get(1);
        assertThat(newest.get("tags").get(0).textValue()).isEqualTo("v1");
    }

    @Test
    void packs_and_adapters_are_documents_too() {
        JsonNode packs = shop.run("packs", "--output", "json").json();
        assertThat(names(packs)).containsExactly("packs", "problems");
        assertThat(packs.get("packs").get(0).get("appName").textValue()).isEqualTo("shop");
        JsonNode adapters = shop.run("adapters", "--output", "json").json();
        assertThat(adapters.get("adapters").findValuesAsText("name")).contains("sqlite", "postgresql");
        assertThat(adapters.get("adapters").get(0).get("capabilities").isArray())
                .isTrue();
    }

    @Test
    void new_and_clean_are_results() {
        assertThat(shop.run("clean", "shop", "--output", "json")
                        .json()
                        .get("success")
                        .booleanValue())
                .isTrue();
        assertThat(shop.run("new", "shop", "--output", "json")
                        .json()
                        .get("message")
                        .textValue())
                .startsWith("Created ");
    }

    @Test
    void errors_are_documents_in_the_shape_of_the_answer() {
        Run forwards = shop.run("forwards", "nobody", "--output", "json");
        assertThat(forwards.json().get("success").booleanValue()).isFalse();
        assertThat(forwards.json().get("problems").get(0).get("code").textValue())
                .isEqualTo("app/unknown");
        assertThat(forwards.err()).contains("app/unknown");

        JsonNode check = shop.run("check", "nobody", "--output", "json").json();
        assertThat(names(check)).containsExactly("statuses", "problems");
        assertThat(check.get("problems").get(0).get("severity").textValue()).isEqualTo("error");
    }

    @Test
    void a_wrong_command_line_is_a_document_too() {
        for (List<String> words : List.of(
                List.of("forwards", "--output", "json"),
                List.of("--output=JSON", "frwards"),
                List.of("forwards", "shop", "--nonsense", "--output", "json"))) {
            Run run = shop.run(words.toArray(String[]::new));
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.json().get("success").booleanValue()).isFalse();
            assertThat(run.json().get("problems").get(0).get("code").textValue())
                    .isEqualTo("command-line/invalid");
        }
        assertThat(names(shop.run("check", "--nonsense", "--output", "json").json()))
                .containsExactly("statuses", "problems");
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }
}
