package dev.palindrome.adapters.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.palindrome.adapters.http.Gate;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.adapters.http.page.Chromium.Look;
import dev.palindrome.domain.result.Status;
import dev.palindrome.spi.Migration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Plans and runs, as somebody sees them who approves. */
class PageRunTest extends BrowserTest {
    @Test
    void asksForTheNameOfTheAppWhenRowsWouldBeLost() {
        try (TestServer server = TestServer.with(Pack.of("shop", cups()));
                Visitor visitor = chromium.visitor(server.address())) {
            server.palindrome.forwards("shop").orThrow();
            visitor.open("apps/shop");
            visitor.row("t1").locator("button").click();

            assertThat(visitor.page().locator(".stakes")).containsText("1,200 rows");
            Locator run = visitor.button("Run 1 migration backwards");
            Locator name = visitor.page().getByLabel("to agree");
            assertThat(run).isDisabled();
            name.fill("shops");
            assertThat(run).isDisabled();
            visitor.screenshot("plan-at-stake");
            name.fill("shop");
            run.click();
            assertThat(visitor.page().locator(".run-state")).hasText("1 migration reversed");
        }
    }

    @Test
    void showsWhatAMigrationDoesHoweverMuchItLooksLikeAWriteOfTheHistory() throws Exception {
        String disguised = "DELETE FROM customer /* app_name migration_id */ WHERE id > 0";
        Migration customers = Pack.table("customer");
        Migration emptied = Migration.id("t2")
                .forwards(disguised)
                .irreversible("they are gone")
                .build();
        try (TestServer server = TestServer.with(Pack.of("shop", customers, emptied));
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.open("plans/" + server.plan("shop", "forwards", "all"));

            Locator step = visitor.page().locator(".step").last();
            assertThat(step.locator(".statements > li > pre")).hasText(new String[] {"BEGIN", disguised, "COMMIT"});
            assertThat(step.locator(".statements pre:visible")).hasCount(3);
            assertThat(step.locator("summary")).hasText(new String[] {"writes the history"});
        }
    }

    @Test
    void asksForTheNameThatThePlanHasWhateverItsAddressSays() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", cups()));
                Visitor visitor = chromium.visitor(server.address())) {
            server.palindrome.forwards("shop").orThrow();
            visitor.open("plans/" + server.plan("shop", "backwards", "all") + "?appName=x&direction=forwards");

            assertThat(visitor.heading()).containsText("Plan backwards");
            assertThat(visitor.page().locator(".approve label")).hasText("Type shop to agree");
            visitor.page().getByLabel("to agree").fill("x");
            assertThat(visitor.button("Run 1 migration backwards")).isDisabled();
        }
    }

    @Test
    void showsTheApprovalBeforeTheStatements() throws Exception {
        String[] many = IntStream.range(0, 300)
                .mapToObj("INSERT INTO cup VALUES (%d)"::formatted)
                .toArray(String[]::new);
        Migration filled = Migration.id("t2")
                .forwards(many)
                .backwards("DELETE FROM cup WHERE id < 300")
                .build();
        try (TestServer server = TestServer.with(Pack.of(
                        "shop",
                        Pack.table("t0"),
                        Migration.id("t1")
                                .forwards("CREATE TABLE cup (id int)")
                                .backwards("DROP TABLE cup")
                                .build(),
                        filled));
                Visitor desk = chromium.visitor(server.address());
                Visitor phone = chromium.visitor(server.address(), Look.PHONE)) {
            String plan = "plans/" + server.plan("shop", "forwards", "all");
            for (Visitor visitor : List.of(desk, phone)) {
                visitor.open(plan);
                visitor.tabTo(".approve button", 12);
                assertThat(visitor.button("Run 3 migrations forwards")).isInViewport();
                visitor.screenshot("plan-long-" + (visitor == phone ? "phone" : "light"));
            }
        }
    }

    @Test
    void saysWhichStatementFailedWhatTheDatabaseSaidAndHowToGoOn() throws Exception {
        Migration failing = Migration.id("t2")
                .forwards("CREATE TABLE fine (id int); CREATE TABLE fine (id int)")
                .backwards("DROP TABLE fine")
                .build();
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1"), failing, Pack.table("t3")));
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.open("apps/shop");
            visitor.button("Forwards: all 3").click();
            visitor.button("Run 3 migrations forwards").click();

            assertThat(visitor.page().locator(".run-state")).hasText("It failed");
            Locator failure = visitor.page().locator(".failure");
            assertThat(failure.locator("pre").first()).hasText("CREATE TABLE fine (id int)");
            assertThat(failure.locator(".said")).containsText("\"FINE\" already exists");
            assertThat(failure.locator(".copyable").first()).containsText("palindrome forwards shop");
            assertThat(visitor.page().locator(".step").nth(2)).containsText("not started");
            visitor.screenshot("run-failed");
            visitor.page().reload();
            assertThat(failure.locator(".said")).containsText("\"FINE\" already exists");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "() => Promise.resolve(), Copied",
        "() => Promise.reject(new Error('refused')), Selected",
        "undefined, Selected"
    })
    void saysThatACommandIsCopiedOnlyIfItIs(String writeText, String says) throws Exception {
        Migration failing = Migration.id("t1").forwards("SELECT nothing").build();
        try (TestServer server = TestServer.with(Pack.of("shop", failing));
                Visitor visitor = chromium.visitor(server.address())) {
            String run = server.run(server.plan("shop", "forwards", "all"));
            server.outcome(run);
            visitor.page()
                    .addInitScript("Object.defineProperty(navigator, 'clipboard', {value: {writeText: %s}})"
                            .formatted(writeText));
            visitor.open(run.replace("/api/v1/", ""));
            Locator button = visitor.page().locator(".copyable button").first();
            button.click();

            assertThat(button).hasText(says);
            assertThat(visitor.page().getByRole(AriaRole.STATUS))
                    .containsText(says.equals("Copied") ? "Copied" : "copy it with Ctrl C");
            assertThat(visitor.page().evaluate("() => getSelection().toString()"))
                    .isEqualTo(says.equals("Copied") ? "" : "palindrome forwards shop");
        }
    }

    @Test
    void letsAViewerPlanAndNotRun() throws Exception {
        try (TestServer server = TestServer.guarded(Limits.DEFAULT, Pack.of("shop", Pack.table("t1")));
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.open("");
            visitor.logIn("viewer-secret");
            visitor.page()
                    .getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("shop").setExact(true))
                    .first()
                    .click();
            visitor.row("t1").locator("button").click();

            assertThat(visitor.page().locator(".approve")).containsText("You may read and plan");
            assertThat(visitor.page().locator(".approve button")).hasCount(0);
        }
    }

    @Test
    void asksForAPlanAgainWhenWhatWouldRunHasChanged() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1"), Pack.table("t2")));
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.open("apps/shop");
            visitor.button("Forwards: all 2").click();
            assertThat(visitor.page().locator(".step")).hasCount(2);
            server.palindrome.forwards("shop", "1").orThrow();

            visitor.button("Run 2 migrations forwards").click();
            assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("plan/changed");
            visitor.page().reload();
            visitor.button("Make the plan again").click();

            assertThat(visitor.page().locator(".step")).hasCount(1);
            assertThat(server.palindrome.check("shop").get(1).status()).isEqualTo(Status.PENDING);
        }
    }

    @Test
    void saysWhoHoldsARunUpAndGoesOnWhereTheConnectionBroke() throws Exception {
        Gate gate = new Gate();
        try (TestServer server = TestServer.with(
                        Pack.of("shop", gate.migration("g1"), Pack.table("t2")), Pack.of("geo", Pack.table("t3")));
                gate;
                Wire wire = Wire.to(server.port());
                Visitor visitor = chromium.visitor(wire.address())) {
            visitor.open("apps/shop");
            visitor.button("Forwards: all 2").click();
            visitor.page().getByLabel("to agree").fill("shop");
            visitor.button("Run 2 migrations forwards").click();
            gate.awaitReached();
            String waiting = server.run(server.plan("geo", "forwards", "all"));
            try (Visitor other = chromium.visitor(server.address())) {
                other.open(waiting.replace("/api/v1/", ""));
                assertThat(other.page().locator(".waiting")).containsText("Waiting for another run of this server");
            }

            assertThat(visitor.page().locator(".link-state")).hasText("Live");
            wire.cut();
            assertThat(visitor.page().locator(".link-state")).containsText("Connection lost");
            gate.open();
            server.outcome(waiting);
            Request resumed = visitor.page()
                    .waitForRequest(
                            request -> request.url().endsWith("/events")
                                    && request.allHeaders().containsKey("last-event-id"),
                            wire::mend);

            assertThat(visitor.page().locator(".run-state")).hasText("2 migrations ran forwards");
            assertThat(Integer.parseInt(resumed.allHeaders().get("last-event-id")))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(NoStream.class)
    void asksHowItStandsWhenNoEventsComeThrough(NoStream between) throws Exception {
        Gate gate = new Gate();
        try (TestServer server =
                        TestServer.with(Pack.of("shop", Pack.table("t1"), gate.migration("g1"), Pack.table("t3")));
                gate;
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.page().route("**/events", between::handle);
            visitor.open("plans/" + server.plan("shop", "forwards", "all"));
            visitor.page().getByLabel("to agree").fill("shop");
            visitor.button("Run 3 migrations forwards").click();
            gate.awaitReached();

            assertThat(visitor.page().locator(".step[data-outcome=done]")).containsText("shop:t1");
            assertThat(visitor.page().locator(".step[data-outcome=running]")).containsText("shop:g1");
            assertThat(visitor.page().locator(".step[data-outcome=running] .live"))
                    .containsText("waits");
            assertThat(visitor.page().locator(".run-state")).hasText("2 of 3: shop:g1");
            assertThat(visitor.page().locator(".link-state")).hasText("Asked every 3 seconds");
            gate.open();
            assertThat(visitor.page().locator(".run-state")).hasText("3 migrations ran forwards");
            assertThat(visitor.page().locator(".step[data-outcome=done]")).hasCount(3);
        }
    }

    /** What stands between a page and the stream of events. */
    private enum NoStream {
        REFUSED,
        BROKEN,
        HELD_BACK;

        void handle(Route route) {
            switch (this) {
                case REFUSED -> route.fulfill(new Route.FulfillOptions().setStatus(503));
                case BROKEN -> route.abort();
                case HELD_BACK -> {}
            }
        }
    }

    private static Migration cups() {
        return Migration.id("t1")
                .forwards(
                        "CREATE TABLE cup (id int PRIMARY KEY)", "INSERT INTO cup SELECT x FROM system_range(1, 1200)")
                .backwards("DROP TABLE cup")
                .build();
    }
}
