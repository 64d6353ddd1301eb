package dev.palindrome.adapters.http.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palindrome.adapters.http.Answer;
import dev.palindrome.adapters.http.HiddenSql;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.Palindrome;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.operation.Operations;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationResourceTest {
    @Test
    void showsBothHalvesAsSqlAndCodeAsAComment() throws Exception {
        Migration migration = Migration.id("m1")
                .description("two ways")
                .forwards("CREATE TABLE a (id int); CREATE TABLE b (id int)")
                .forwardsCode("Fill", session -> {})
                .backwards("DROP TABLE b;\nDROP TABLE a;")
                .dependsOn("shop", "m0")
                .build();
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("m0"), migration))) {
            Answer answer = server.get("/api/v1/apps/shop/migrations/m1");

            assertThat(answer.status()).isEqualTo(200);
            JsonNode json = answer.json();
            assertThat(json.path("forwards").toString())
                    .isEqualTo("[\"CREATE TABLE a (id int)\",\"CREATE TABLE b (id int)\",\"-- Java code: Fill\"]");
            assertThat(json.path("backwards").toString()).isEqualTo("[\"DROP TABLE b\",\"DROP TABLE a\"]");
            assertThat(json.path("dependsOn").toString()).isEqualTo("[\"shop:m0\"]");
            assertThat(json.path("history").isNull()).isTrue();
            assertThat(json.path("status").asText()).isEqualTo("pending");
            assertThat(json.path("proof").asText()).isEqualTo("none");
            assertThat(json.path("tables").toString()).isEqualTo("[\"a\",\"b\"]");
            assertThat(json.path("files").toString()).isEqualTo("[]");
        }
    }

    @Test
    void showsAsACommentWhatDependsOnTheDatabaseOfThatMoment() throws Exception {
        Migration migration = Migration.id("m1")
                .forwards(Operations.createIndex("a", "id"), Operations.dropCheck("a", "positive"))
                .build();
        try (TestServer server = TestServer.with(Pack.of("shop", migration))) {
            Answer answer = server.get("/api/v1/apps/shop/migrations/m1");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("forwards").get(0).asText()).startsWith("CREATE INDEX");
            assertThat(answer.json().path("forwards").get(1).asText()).startsWith("-- worked out when it runs");
            assertThat(answer.json().path("reversal").asText()).isEqualTo("derived");
        }
    }

    @Test
    void showsTheReversalThatIsForeseenAndThenTheOneThatWasStored() throws Exception {
        Migration made = Migration.id("m1")
                .forwards(Operations.createTable(
                        "a", Operations.column("id", "integer"), Operations.column("size", "decimal(7,3)")))
                .build();
        Migration dropped =
                Migration.id("m2").forwards(Operations.dropColumn("a", "size")).build();
        try (TestServer server = TestServer.with(Pack.of("shop", made, dropped))) {
            JsonNode foreseen =
                    server.get("/api/v1/apps/shop/migrations/m2").json().path("backwards");
            server.palindrome.forwards("shop").orThrow();
            JsonNode stored = server.get("/api/v1/apps/shop/migrations/m2").json();

            assertThat(foreseen.toString()).contains("ADD COLUMN", "size");
            assertThat(stored.path("backwards").toString()).contains("ADD COLUMN", "size", "DECIMAL(7, 3)");
            assertThat(stored.path("tables").toString()).isEqualTo("[\"a\"]");
        }
    }

    @Test
    void saysThatAReversalIsDerivedLaterIfItCannotBeForeseen() throws Exception {
        Migration hidden =
                Migration.id("m1").forwards("CREATE TABLE a (id int, size int)").build();
        Migration dropped =
                Migration.id("m2").forwards(Operations.dropColumn("a", "size")).build();
        try (TestServer server = TestServer.with(Pack.of("shop", hidden, dropped))) {
            JsonNode backwards =
                    server.get("/api/v1/apps/shop/migrations/m2").json().path("backwards");

            assertThat(backwards.size()).isEqualTo(1);
            assertThat(backwards.path(0).asText()).startsWith("-- derived when the migration runs");
        }
    }

    @Test
    void listsTheFilesOfAMigration(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("1__a.sql");
        Files.writeString(file, "-- forwards\nCREATE TABLE a (id int);\n-- backwards\nDROP TABLE a;\n");
        Palindrome engine = Palindrome.on("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
                .folder("shop", folder)
                .build();
        try (TestServer server = TestServer.on(engine, Limits.DEFAULT)) {
            JsonNode files = server.get("/api/v1/apps/shop/migrations/1").json().path("files");

            assertThat(files.size()).isEqualTo(1);
            assertThat(files.path(0).asText()).isEqualTo(file.toString());
        }
    }

    @Test
    void showsTheHistoryEntryOfWhatHasRun() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            server.palindrome.forwards("shop");

            JsonNode history =
                    server.get("/api/v1/apps/shop/migrations/t1").json().path("history");

            assertThat(history.path("sequence").asLong()).isEqualTo(1);
            assertThat(history.path("ranOn").asText()).endsWith("Z");
            assertThat(history.path("faked").asBoolean()).isFalse();
        }
    }

    @Test
    void showsWhatOnlyTheHistoryKnows() throws Exception {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        try (Palindrome before =
                Palindrome.on(url).packs(Pack.of("shop", Pack.table("t1"))).build()) {
            before.forwards("shop");
        }
        try (TestServer server = TestServer.on(Palindrome.on(url).build(), Limits.DEFAULT)) {
            JsonNode json = server.get("/api/v1/apps/shop/migrations/t1").json();

            assertThat(json.path("status").asText()).isEqualTo("missing");
            assertThat(json.path("forwards").isNull()).isTrue();
            assertThat(json.path("backwards").toString()).isEqualTo("[\"DROP TABLE t1\"]");
            assertThat(json.path("tables").toString()).isEqualTo("[\"t1\"]");
            assertThat(json.path("history").path("sequence").asLong()).isEqualTo(1);
        }
    }

    @Test
    void saysWhyThereIsNoReversalAndWhatKeepsAHalfFromBeingShown() throws Exception {
        Migration absent = Migration.id("m1")
                .forwards("CREATE TABLE a (name varchar(9) DEFAULT 'open")
                .reversal(new Reversal.Absent("nobody wrote one"))
                .build();
        try (TestServer server = TestServer.with(Pack.of("shop", absent))) {
            JsonNode json = server.get("/api/v1/apps/shop/migrations/m1").json();

            assertThat(json.path("reversal").asText()).isEqualTo("absent");
            assertThat(json.path("reversalAbsentBecause").asText()).isEqualTo("nobody wrote one");
            assertThat(json.at("/problems/0/code").asText()).isEqualTo("script/unterminated");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b", "..", "../..", ".", "a b", "it's", "\"q\"", "ü€😀", "100%", "%2F", "a+b", "?x=1", "#x", "a;b",
                "<b>"
            })
    void findsAMigrationByAnyId(String id) throws Exception {
        Migration odd = Migration.id(id).forwards("CREATE TABLE odd (id int)").build();
        try (TestServer server = TestServer.with(Pack.of("shop", odd))) {
            Answer answer = server.get("/api/v1/apps/shop/migrations/" + encoded(id));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("migrationId").asText()).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nix", "..", "a/b", " ", "\n", "'; DROP TABLE x", "😀", "%2e%2e", "t1 "})
    void saysThatThereIsNoSuchMigrationWhateverTheText(String id) throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            Answer answer = server.get("/api/v1/apps/shop/migrations/" + encoded(id));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("migration/unknown");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nix", "all", "..", "a/b", "\u0000x"})
    void saysThatThereIsNoSuchAppWhateverTheText(String app) throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            Answer answer = server.get("/api/v1/apps/" + encoded(app) + "/migrations/t1");

            assertThat(answer.status()).isIn(400, 404);
            assertThat(answer.problem()).isIn("app/unknown", "request/malformed");
        }
    }

    @Test
    void keepsAnErrorOfAPluginToTheLog() throws Exception {
        Operation broken = new Operation() {
            @Override
            public List<Instruction> compile(Dialect dialect, dev.palindrome.spi.catalogue.Catalogue before) {
                throw new IllegalStateException("the password is secret");
            }

            @Override
            public String fingerprint() {
                return "broken";
            }
        };
        try (TestServer server = TestServer.with(
                Pack.of("shop", Migration.id("m1").forwards(broken).build()))) {
            Answer answer = server.get("/api/v1/apps/shop/migrations/m1");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.problem()).isEqualTo("internal/error");
            assertThat(answer.body()).doesNotContain("secret", "Exception", ".java");
        }
    }

    @Test
    void masksSecretsInBothHalves() throws Exception {
        Migration migration = Migration.id("m1")
                .forwards(new HiddenSql("CREATE USER hugo PASSWORD 's3cret'", "s3cret"))
                .backwards(new HiddenSql("COMMENT ON TABLE a IS 's3cret'", "s3cret"))
                .build();
        try (TestServer server = TestServer.with(Pack.of("shop", migration))) {
            JsonNode json = server.get("/api/v1/apps/shop/migrations/m1").json();

            assertThat(json.path("forwards").toString()).isEqualTo("[\"CREATE USER hugo PASSWORD '***'\"]");
            assertThat(json.path("backwards").toString()).isEqualTo("[\"COMMENT ON TABLE a IS '***'\"]");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
    }
}
