package dev.palindrome.adapters.http.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.Answer;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.spi.Migration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsResourceTest {
    private static final String ODD = "a/b & \"c\" ü+%?";

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(
                Pack.of("shop", Pack.table("t1"), odd(), Pack.table("t3"), Pack.table("t4")),
                Pack.of("other", Pack.table("t1x")));
        server.palindrome.forwards("shop", ODD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void saysHowEachMigrationStands() throws Exception {
        Answer answer = server.get("/api/v1/apps/shop/migrations");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("statuses").findValuesAsText("migrationId"))
                .containsExactly("t1", ODD, "t3", "t4");
        assertThat(answer.json().path("statuses").findValuesAsText("status"))
                .containsExactly("applied", "applied", "pending", "pending");
        assertThat(answer.json().path("next").isNull()).isTrue();
    }

    @Test
    void filtersByStatus() throws Exception {
        Answer answer = server.get("/api/v1/apps/shop/migrations?status=pending");

        assertThat(answer.json().path("statuses").findValuesAsText("migrationId"))
                .containsExactly("t3", "t4");
    }

    @Test
    void pagesThroughAllByTheAddressOfTheNextPage() throws Exception {
        assertThat(pages("/api/v1/apps/shop/migrations?limit=1")).containsExactly("t1", ODD, "t3", "t4");
        assertThat(pages("/api/v1/apps/shop/migrations?status=applied&limit=1")).containsExactly("t1", ODD);
        assertThat(pages("/api/v1/apps/all/migrations?limit=2")).containsExactly("t1x", "t1", ODD, "t3", "t4");
    }

    @Test
    void beginsAPageAfterAMigrationThatTheFilterLeavesOut() throws Exception {
        Answer answer = server.get("/api/v1/apps/shop/migrations?status=pending&after=t1");

        assertThat(answer.json().path("statuses").findValuesAsText("migrationId"))
                .containsExactly("t3", "t4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1001",
                "limit=-1",
                "limit=x",
                "limit=99999999999999999999",
                "limit=",
                "limit=1&limit=2",
                "status=nix",
                "status=PENDING",
                "staus=pending"
            })
    void refusesParametersThatItDoesNotKnow(String query) throws Exception {
        Answer answer = server.get("/api/v1/apps/shop/migrations?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("request/parameter");
    }

    @Test
    void saysThatThereIsNoSuchAppOrNothingToBeginAfter() throws Exception {
        Answer app = server.get("/api/v1/apps/nix/migrations");
        Answer after = server.get("/api/v1/apps/shop/migrations?after=nix");

        assertThat(app.status()).isEqualTo(404);
        assertThat(app.problem()).isEqualTo("app/unknown");
        assertThat(app.json().path("detail").asText()).contains("other, shop");
        assertThat(after.status()).isEqualTo(404);
        assertThat(after.problem()).isEqualTo("migration/unknown");
    }

    private List<String> pages(String first) throws Exception {
        List<String> ids = new ArrayList<>();
        for (String next = first; next != null; ) {
            Answer page = server.get(next);
            ids.addAll(page.json().path("statuses").findValuesAsText("migrationId"));
            next = page.json().path("next").textValue();
        }
        return ids;
    }

    private static Migration odd() {
        return Migration.id(ODD)
                .forwards("CREATE TABLE odd (id int)")
                .backwards("DROP TABLE odd")
                .build();
    }
}
