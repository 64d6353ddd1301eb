package dev.palindrome.adapters.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.adapters.http.page.Chromium.Look;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.operation.Operations;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every view, light and dark, on a desk and in a hand: axe-core finds nothing, nothing sticks out, pictures are kept. */
class PageLooksTest {
    private static Chromium chromium;
    private static TestServer server;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        Migration customers = Migration.id("0001_customers")
                .description("customers and where they live")
                .forwards("""
                        CREATE TABLE country (code char(2) PRIMARY KEY, name varchar(60) NOT NULL);
                        CREATE TABLE customer (
                            id int PRIMARY KEY,
                            name varchar(80) NOT NULL, -- as they write it
                            country char(2) NOT NULL REFERENCES country (code)
                        );
                        INSERT INTO country VALUES ('at', 'Austria'), ('no', 'Norway');
                        INSERT INTO customer VALUES (1, 'Ann', 'at'), (2, 'Bo', 'no');""")
                .backwards("DROP TABLE customer; DROP TABLE country;")
                .build();
        Migration orders = Migration.id("0002_orders")
                .description("what they order")
                .forwards(Operations.createTable(
                        "orders",
                        Operations.column("id", "int").asPrimaryKey(),
                        Operations.column("note", "varchar(80)")))
                .build();
        Migration oneWay = Migration.id("0003_round")
                .forwards("UPDATE orders SET note = upper(note)")
                .irreversible("who knows how they wrote it")
                .build();
        Migration failing = Migration.id("0001_failing")
                .forwards("CREATE TABLE invoice (id int); CREATE INDEX by_colour ON invoice (colour)")
                .backwards("DROP TABLE invoice")
                .build();
        server = TestServer.with(
                Pack.of("shop", customers, orders, oneWay, Pack.table("t4")),
                Pack.of("billing", failing).on("shop"));
        server.palindrome.forwards("shop", "0002_orders").orThrow();
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.close();
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void everyViewIsAccessibleAndFits(Look look) throws Exception {
        String failed = failedRun();
        List<View> views = List.of(
                new View("apps", "", "Apps"),
                new View("timeline", "apps/shop", "shop"),
                new View("migration", "apps/shop/0001_customers", "customers and where they live"),
                new View("plan", "plans/" + server.plan("shop", "backwards", "t4"), "Plan backwards"),
                new View("plan-refused", "plans/" + server.plan("shop", "backwards", "all"), "Plan backwards"),
                new View("run-failed", failed, "Run forwards"),
                new View("runs", "runs", "Runs"),
                new View("schema", "schema", "Schema"),
                new View("unknown", "apps/shop/nix", "There is no such thing here"));
        try (Visitor visitor = chromium.visitor(server.address(), look)) {
            SoftAssertions all = new SoftAssertions();
            for (View view : views) {
                visitor.open(view.address());
                assertThat(visitor.heading()).hasText(view.heading());
                all.assertThat(visitor.violations()).as(view.name()).isEmpty();
                all.assertThat(visitor.overflows())
                        .as(view.name() + " sticks out")
                        .isFalse();
                visitor.screenshot(view.name() + "-" + look.word());
            }
            all.assertAll();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void aTimelineSaysWhenAndByWhomHoweverNarrowItIs(Look look) {
        try (Visitor visitor = chromium.visitor(server.address(), look)) {
            visitor.open("apps/shop");

            assertThat(visitor.row("0001_customers").locator("time")).isVisible();
            assertThat(visitor.row("0001_customers").locator(".by")).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void theLoginIsAccessibleAndFits(Look look) {
        try (TestServer guarded = TestServer.guarded(Limits.DEFAULT);
                Visitor visitor = chromium.visitor(guarded.address(), look)) {
            visitor.open("");

            assertThat(visitor.page().getByLabel("Token")).isFocused();
            assertThat(visitor.violations()).isEmpty();
            assertThat(visitor.overflows()).isFalse();
            visitor.screenshot("login-" + look.word());
        }
    }

    @Test
    void theColoursThatSomebodyChoseStay() {
        try (Visitor visitor = chromium.visitor(server.address(), Look.LIGHT)) {
            visitor.open("");
            String light = visitor.background();
            visitor.button("Colours").click();
            visitor.button("Colours: light").click();
            assertThat(visitor.button("Colours: dark")).isVisible();
            String dark = visitor.background();
            visitor.page().reload();
            assertThat(visitor.button("Colours: dark")).isVisible();

            assertThat(visitor.background()).isEqualTo(dark).isNotEqualTo(light);
        }
    }

    /** Where a run can be seen that has failed. */
    private static String failedRun() throws Exception {
        String run = server.run(server.plan("billing", "forwards", "1"));
        server.outcome(run);
        return run.replace("/api/v1/", "");
    }

    /** What is looked at, under which address, and what it must say. */
    private record View(String name, String address, String heading) {}
}
