package dev.palindrome.adapters.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.options.AriaRole;
import dev.palindrome.adapters.http.Gate;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.adapters.http.page.Chromium.Look;
import dev.palindrome.application.Palindrome;
import dev.palindrome.spi.Migration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The timeline: long ones, by keyboard, and with what no pack has any more. */
class PageTimelineTest extends BrowserTest {
    @Test
    void isTheSameBelowAPath() {
        try (TestServer server = TestServer.below("/ops/migrations", Pack.of("shop", Pack.table("t1")));
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.open("apps/shop");
            assertThat(visitor.row("t1")).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void scrollsThroughTenThousandMigrationsAndKeepsFewOfThemInHand() {
        Migration[] many = IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> Migration.id("m%05d".formatted(i))
                        .forwards("CREATE TABLE t (id int)")
                        .build())
                .toArray(Migration[]::new);
        try (TestServer server = TestServer.with(Pack.of("shop", many));
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.open("apps/shop");
            assertThat(visitor.row("m10000")).isVisible();
            visitor.page().keyboard().press("End");
            visitor.page().evaluate("() => window.scrollTo(0, document.documentElement.scrollHeight)");
            assertThat(visitor.row("m00001")).isVisible();

            Object worst = visitor.page().evaluate("""
                    async () => {
                      const frame = () => new Promise(requestAnimationFrame);
                      const far = document.documentElement.scrollHeight;
                      let empty = 0;
                      let most = 0;
                      for (let at = far; at > 0; at -= far / 200) {
                        window.scrollTo(0, at);
                        await frame();
                        await frame();
                        await frame();
                        const seen = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2);
                        empty += seen?.closest('.chunk') && !seen.closest('.slot') ? 1 : 0;
                        most = Math.max(most, document.querySelectorAll('.slot').length);
                      }
                      return [empty, most];
                    }
                    """);

            List<?> counts = (List<?>) worst;
            assertThat(((Number) counts.get(0)).intValue())
                    .as("pictures without rows of 200")
                    .isLessThan(10);
            assertThat(((Number) counts.get(1)).intValue()).as("rows at once").isBetween(50, 500);
            visitor.page().getByLabel("Find migrations").fill("m04711");
            assertThat(visitor.page().locator(".slot")).hasCount(1);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void leadsTheKeyboardToARowThatIsThereHoweverFarOneScrolled() {
        Migration[] many = Stream.concat(
                        Stream.of(Pack.table("ran")),
                        IntStream.rangeClosed(1, 2_500)
                                .mapToObj(i -> Migration.id("s%04d".formatted(i))
                                        .forwards("CREATE TABLE t (id int)")
                                        .build()))
                .toArray(Migration[]::new);
        try (TestServer server = TestServer.with(Pack.of("shop", many));
                Visitor visitor = chromium.visitor(server.address())) {
            server.palindrome.forwards("shop", "ran").orThrow();
            visitor.open("");
            visitor.page().locator(".card h2 a").click();
            assertThat(visitor.row("s2500")).isVisible();
            assertThat(visitor.heading()).isFocused();

            visitor.button("To now").click();
            assertThat(visitor.row("ran")).isInViewport();
            visitor.page().keyboard().press("Tab");
            assertThat(visitor.page().locator(":focus")).hasText("ran");
            visitor.page().keyboard().press("PageUp");
            assertThat(visitor.page().locator(":focus")).hasText("s0009");

            visitor.button("To now").focus();
            visitor.page().evaluate("() => window.scrollTo(0, document.documentElement.scrollHeight / 2)");
            assertThat(visitor.page().locator(".slot:has([tabindex='0'])")).isInViewport();
            visitor.page().keyboard().press("Tab");
            assertThat(visitor.page().locator(".slot :focus")).isInViewport();
            for (int i = 0; i < 12; i++) {
                visitor.page().keyboard().press("ArrowUp");
                assertThat(visitor.hidesTheFocus()).isFalse();
            }
        }
    }

    @Test
    void marksWhatWouldRunWhereSomebodyPoints() {
        try (TestServer server = TestServer.with(Pack.of(
                        "shop", Pack.table("a"), Pack.table("b"), Pack.table("c"), Pack.table("d"), Pack.table("e")));
                Visitor visitor = chromium.visitor(server.address())) {
            server.palindrome.forwards("shop", "c").orThrow();
            visitor.open("apps/shop");

            visitor.row("b").locator("button").hover();
            assertThat(visitor.page().locator(".touched .id")).hasText(new String[] {"c", "b"});
            visitor.row("d").locator("button").hover();
            assertThat(visitor.page().locator(".touched .id")).hasText(new String[] {"d"});
            visitor.row("d").locator("button").click();

            assertThat(visitor.heading()).containsText("Plan forwards");
            assertThat(visitor.page().locator(".step h3 a")).hasText(new String[] {"shop:d"});
        }
    }

    @Test
    void runsAgainWhatIsPendingSinceItWasChanged() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        try (Palindrome before = Palindrome.on(url)
                .packs(Pack.of("shop", view(1), Pack.table("a"), Pack.table("b")))
                .build()) {
            before.forwards("shop").orThrow();
        }
        Palindrome now = Palindrome.on(url)
                .packs(Pack.of("shop", view(2), Pack.table("a"), Pack.table("b")))
                .build();
        try (TestServer server = TestServer.on(now, Limits.DEFAULT);
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.open("apps/shop");

            assertThat(visitor.page().locator(".title .quiet")).hasText("3 migrations, 2 ran, 1 pending.");
            assertThat(visitor.button("1 pending")).isVisible();
            assertThat(visitor.page().locator(".row .id")).hasText(new String[] {"view", "b", "a"});
            assertThat(visitor.row("view")).containsText("pending: changed since it ran");
            visitor.row("b").locator("button").hover();
            assertThat(visitor.page().locator(".touched .id")).hasText(new String[] {"view", "b"});
            visitor.row("view").locator("button").hover();
            assertThat(visitor.page().locator(".touched .id")).hasText(new String[] {"view"});

            visitor.row("view").locator("a").click();
            assertThat(visitor.page().locator(".actions button"))
                    .hasText(new String[] {"Back to here", "Forwards to here"});
            visitor.page().goBack();
            visitor.row("view").locator("button").click();
            assertThat(visitor.heading()).hasText("Plan forwards");
            visitor.page().goBack();
            visitor.button("Forwards one").click();
            visitor.button("Run 1 migration forwards").click();

            assertThat(visitor.page().locator(".run-state")).hasText("1 migration ran forwards");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void goesWithARunAndKeepsWhoeverIsThereInTheirPlace() throws Exception {
        Gate gate = new Gate();
        Migration[] many = Stream.concat(
                        Stream.of(Pack.table("ran"), gate.migration("g1")),
                        IntStream.rangeClosed(1, 120).mapToObj(i -> Pack.table("t%03d".formatted(i))))
                .toArray(Migration[]::new);
        try (TestServer server = TestServer.with(Pack.of("shop", many));
                gate;
                Visitor visitor = chromium.visitor(server.address())) {
            server.palindrome.forwards("shop", "ran").orThrow();
            String run = server.run(server.plan("shop", "forwards", "g1"));
            gate.awaitReached();

            visitor.open("apps/shop");
            assertThat(visitor.page().locator(".under-way")).containsText("shop forwards");
            assertThat(visitor.page().locator(".problem")).hasCount(0);
            visitor.page().getByLabel("Find migrations").fill("t0");
            visitor.row("t080").locator("button").focus();
            double from = visitor.row("t080").boundingBox().y;
            gate.open();
            server.outcome(run);

            assertThat(visitor.page().locator(".under-way")).hasCount(0);
            assertThat(visitor.page().locator(".title .quiet")).hasText("122 migrations, 2 ran, 120 pending.");
            assertThat(visitor.button("2 applied")).isVisible();
            assertThat(visitor.row("t080").locator("button")).isFocused();
            assertThat(visitor.row("t080")).hasClass("slot touched");
            assertThat(visitor.row("t080").boundingBox().y).isCloseTo(from, within(1.0));
            assertThat(visitor.page().getByLabel("Find migrations")).hasValue("t0");
            visitor.page().getByLabel("Find migrations").fill("g1");
            assertThat(visitor.row("g1")).containsText("applied");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void namesWhatTheHistoryHasAndThePacksLack() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        try (Palindrome before = Palindrome.on(url)
                .packs(Pack.of("shop", Pack.table("a"), Pack.table("gone"), Pack.table("c")))
                .build()) {
            before.forwards("shop").orThrow();
        }
        Palindrome now = Palindrome.on(url)
                .packs(Pack.of("shop", Pack.table("a"), Pack.table("c")))
                .build();
        try (TestServer server = TestServer.on(now, Limits.DEFAULT);
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.open("apps/shop");

            assertThat(visitor.page().locator(".note")).containsText("1 migration ran that no pack has any more: gone");
            assertThat(visitor.page().locator(".row .id")).hasText(new String[] {"c", "gone", "a"});
            assertThat(visitor.row("gone")).containsText("missing");
            visitor.button("1 missing").click();
            assertThat(visitor.page().locator(".row .id")).hasText(new String[] {"gone"});
        }
    }

    @Test
    void goesFromTheAppsToARunByKeyboardAlone() {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("a"), Pack.table("b"), Pack.table("c")));
                Visitor visitor = chromium.visitor(server.address(), Look.LIGHT)) {
            var keyboard = visitor.page().keyboard();
            visitor.open("");
            keyboard.press("Tab");
            assertThat(visitor.page().locator(":focus")).hasText("Skip to the content");
            keyboard.press("Enter");
            visitor.tabTo(".card h2 a");
            keyboard.press("Enter");
            assertThat(visitor.heading()).hasText("shop");
            assertThat(visitor.heading()).isFocused();
            visitor.tabTo(".row a");
            assertThat(visitor.page().locator(":focus")).hasText("c");
            keyboard.press("ArrowDown");
            assertThat(visitor.page().locator(":focus")).hasText("b");
            keyboard.press("End");
            assertThat(visitor.page().locator(":focus")).hasText("a");
            keyboard.press("ArrowUp");
            keyboard.press("Tab");
            assertThat(visitor.page().locator(".touched")).hasCount(2);
            keyboard.press("Enter");
            assertThat(visitor.heading()).containsText("Plan forwards");
            visitor.tabTo(".approve button");
            keyboard.press("Enter");

            assertThat(visitor.page().locator(".run-state")).hasText("2 migrations ran forwards");
            assertThat(visitor.page().getByRole(AriaRole.STATUS)).hasText("Done. 2 migrations ran forwards");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    /** A repeatable migration as it was at first, or later. */
    private static Migration view(int edition) {
        return Migration.id("view")
                .repeatable()
                .forwards("CREATE OR REPLACE VIEW latest AS SELECT %d AS edition".formatted(edition))
                .backwards("DROP VIEW latest")
                .build();
    }
}
