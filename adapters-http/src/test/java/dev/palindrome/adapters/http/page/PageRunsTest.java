package dev.palindrome.adapters.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.palindrome.adapters.http.Gate;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.result.Status;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is under way and what is over, whoever began it. */
class PageRunsTest extends BrowserTest {
    @Test
    void listsRunsUnderWayFromTheFirstPageOnAndThenThoseThatAreOver() throws Exception {
        Gate gate = new Gate();
        try (TestServer server =
                        TestServer.with(Pack.of("shop", gate.migration("g1")), Pack.of("geo", Pack.table("t1")));
                gate;
                Visitor visitor = chromium.visitor(server.address())) {
            String first = server.run(server.plan("shop", "forwards", "all"));
            gate.awaitReached();
            String second = server.run(server.plan("geo", "forwards", "all"));

            visitor.open("apps/shop");
            assertThat(visitor.page().locator(".under-way")).containsText("shop forwards");
            assertThat(visitor.page().locator(".problem")).hasCount(0); // what is half-done is under way
            visitor.open("");
            assertThat(visitor.heading()).hasText("Apps");
            Locator underWay = visitor.page().locator(".under-way .run-line");
            assertThat(underWay).hasCount(2);
            assertThat(underWay.first()).containsText("shop forwards");
            assertThat(underWay.last()).containsText("Waiting for another run of this server");
            assertThat(visitor.page().locator(".problem")).hasCount(0);
            visitor.screenshot("apps-under-way");
            Locator forwards = visitor.page().locator(".title button.forwards");
            forwards.focus();
            gate.open();
            server.outcome(first);
            server.outcome(second);
            assertThat(underWay).hasCount(0);
            assertThat(visitor.page().locator(".card.app").last()).containsText("1 applied");
            assertThat(forwards).isFocused();

            link(visitor, "Runs").click();
            assertThat(visitor.heading()).hasText("Runs");
            assertThat(visitor.page().locator(".run-line[data-state=done]")).containsText("1 migration ran forwards");
            assertThat(visitor.page().locator(".run-line[data-state=failed]")).containsText("Failed. The plan is not");
            visitor.screenshot("runs");
            assertThat(visitor.violations()).isEmpty();
            link(visitor, "shop forwards").click();
            assertThat(visitor.page().locator(".run-state")).hasText("1 migration ran forwards");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void namesWhoIsAtWorkElsewhereOnTheSameDatabase() throws Exception {
        String url = url();
        Gate gate = new Gate();
        try (TestServer busy = TestServer.on(
                        engine(url, Pack.of("shop", Pack.table("t1"), gate.migration("g1"))), Limits.DEFAULT);
                TestServer idle = TestServer.on(engine(url, Pack.of("shop", Pack.table("t9"))), Limits.DEFAULT);
                gate;
                Visitor visitor = chromium.visitor(idle.address())) {
            String run = busy.run(busy.plan("shop", "forwards", "all"));
            gate.awaitReached();

            visitor.open("runs");
            Locator elsewhere = visitor.page().locator(".under-way .run-line");
            assertThat(elsewhere).containsText("Elsewhere at work on this database: ");
            assertThat(elsewhere).containsText("shop:g1 forwards");
            assertThat(elsewhere).containsText("Recorded last: shop:t1, ");
            visitor.screenshot("runs-elsewhere");
            gate.open();
            busy.outcome(run);

            assertThat(elsewhere).hasCount(0);
            assertThat(visitor.page().locator(".empty")).hasText("Nothing is under way.");
        }
    }

    @Test
    void plansASyncWhereAPackLacksWhatRan() throws Exception {
        String url = url();
        try (Palindrome before = engine(url, Pack.of("shop", Pack.table("a"), Pack.table("gone")))) {
            before.forwards("shop").orThrow();
        }
        try (TestServer server =
                        TestServer.on(engine(url, Pack.of("shop", Pack.table("a"), Pack.table("b"))), Limits.DEFAULT);
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.open("");
            assertThat(visitor.button("Sync with the packs")).isVisible();
            visitor.open("apps/shop");
            visitor.button("Sync with the packs").click();

            assertThat(visitor.heading()).hasText("Plan sync");
            assertThat(visitor.page().locator(".step h3 a")).hasText(new String[] {"shop:gone", "shop:b"});
            visitor.screenshot("plan-sync");
            visitor.button("Sync 2 migrations").click();

            assertThat(visitor.heading()).hasText("Run sync");
            assertThat(visitor.page().locator(".step[data-outcome=done]")).hasCount(2);
            assertThat(server.palindrome.check("shop").stream().map(s -> s.status()))
                    .containsExactly(Status.APPLIED, Status.APPLIED);
        }
    }

    private static Locator link(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String url() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    private static Palindrome engine(String url, Pack pack) {
        return Palindrome.on(url).packs(pack).build();
    }
}
