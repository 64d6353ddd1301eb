package dev.palindrome.adapters.http.schema;

import static dev.palindrome.spi.operation.Operations.addColumn;
import static dev.palindrome.spi.operation.Operations.column;
import static dev.palindrome.spi.operation.Operations.createTable;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palindrome.adapters.http.Answer;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.spi.Migration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaResourceTest {
    private TestServer server;

    @BeforeEach
    void start() {
        Migration tables = Migration.id("1")
                .forwards(
                        createTable("country", column("code", "char(2)").asPrimaryKey()),
                        createTable(
                                "customer",
                                column("id", "integer").asPrimaryKey(),
                                column("country", "char(2)").references("country", "code")))
                .build();
        Migration more = Migration.id("2")
                .forwards(addColumn("customer", column("nick", "varchar(30)")))
                .build();
        server = TestServer.with(Pack.of("shop", tables, more, Pack.table("script")));
        server.palindrome.forwards("shop", "1").orThrow();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void showsTheTablesOfTheDatabaseWithTheirKeys() throws Exception {
        Answer answer = server.get("/api/v1/schema");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(Answer.parse("""
                {"tables": [
                  {"name": "country",
                   "columns": [{"name": "code", "type": "CHARACTER(2)", "nullable": false, "primaryKey": true}],
                   "foreignKeys": []},
                  {"name": "customer",
                   "columns": [
                     {"name": "id", "type": "INTEGER", "nullable": false, "primaryKey": true},
                     {"name": "country", "type": "CHARACTER(2)", "nullable": true, "primaryKey": false}],
                   "foreignKeys": [
                     {"columns": ["country"], "table": "country", "referencedColumns": ["code"]}]}]}
                """));
    }

    @Test
    void showsTheTablesBeforeAPlanAndAfterIt() throws Exception {
        String hash = server.plan("shop", "forwards", "2");

        JsonNode json = server.get("/api/v1/plans/" + hash + "/schema").json();

        assertThat(json.path("before")).isEqualTo(server.get("/api/v1/schema").json());
        assertThat(json.at("/after/tables/1/columns").findValuesAsText("name"))
                .containsExactly("id", "country", "nick");
        assertThat(json.at("/after/tables/0")).isEqualTo(json.at("/before/tables/0"));
        assertThat(json.path("unforeseen").isNull()).isTrue();
    }

    @Test
    void showsTheTablesAfterGoingBack() throws Exception {
        String hash = server.plan("shop", "backwards", "1");

        JsonNode json = server.get("/api/v1/plans/" + hash + "/schema").json();

        assertThat(json.at("/before/tables").size()).isEqualTo(2);
        assertThat(json.at("/after/tables").size()).isZero();
    }

    @Test
    void saysWhyTheTablesAfterAScriptCannotBeForeseen() throws Exception {
        String hash = server.plan("shop", "forwards", "all");

        JsonNode json = server.get("/api/v1/plans/" + hash + "/schema").json();

        assertThat(json.path("after").isNull()).isTrue();
        assertThat(json.path("unforeseen").asText()).startsWith("Migration 'shop:script' runs SQL");
        assertThat(json.at("/before/tables").size()).isEqualTo(2);
    }

    @Test
    void doesNotShowThemForAPlanThatIsUnknownOrHasChanged() throws Exception {
        String hash = server.plan("shop", "forwards", "all");
        server.palindrome.forwards("shop", "1").orThrow();
        server.palindrome.forwards("shop", "2").orThrow();

        Answer changed = server.get("/api/v1/plans/" + hash + "/schema");
        Answer unknown = server.get("/api/v1/plans/nix/schema");

        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.problem()).isEqualTo("plan/changed");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.problem()).isEqualTo("plan/unknown");
    }
}
