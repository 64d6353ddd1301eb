package dev.palindrome.adapters.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import org.junit.jupiter.api.Test;

/** Who waits, and who was away for long. */
class PageSessionTest extends BrowserTest {
    @Test
    void warnsBeforeASessionEndsAndGoesOnWithItByOnePress() {
        try (TestServer server = TestServer.guarded(Limits.DEFAULT, Pack.of("shop", Pack.table("t1")));
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.page().clock().install();
            visitor.open("apps/shop");
            visitor.logIn("viewer-secret");
            assertThat(visitor.heading()).hasText("shop");
            assertThat(visitor.heading()).isFocused();

            visitor.page().clock().fastForward("29:00");
            assertThat(visitor.page().getByRole(AriaRole.ALERT))
                    .containsText("Your session ends in less than 2 minutes");
            assertThat(visitor.violations()).isEmpty();
            visitor.screenshot("session-ends");
            visitor.button("Stay logged in").click();
            assertThat(visitor.page().locator(".notice")).hasCount(0);

            visitor.page().clock().fastForward("29:00");
            assertThat(visitor.page().locator(".notice")).hasCount(1);
            visitor.page().clock().fastForward("02:00");
            assertThat(visitor.page().locator("#login-note")).containsText("The session has ended");
            assertThat(visitor.page().getByLabel("Token")).isFocused();
            assertThat(visitor.page().locator(".notice")).hasCount(0);
            visitor.logIn("viewer-secret");
            assertThat(visitor.heading()).hasText("shop");
        }
    }

    @Test
    void goesOnWithALoginOfAnotherWindow() {
        try (TestServer server = TestServer.guarded(Limits.DEFAULT, Pack.of("shop", Pack.table("t1")));
                Visitor visitor = chromium.visitor(server.address());
                Visitor other = visitor.anotherWindow()) {
            visitor.open("");
            visitor.logIn("viewer-secret");
            assertThat(visitor.heading()).hasText("Apps");
            visitor.page().locator(".card h2 a").click();
            logInAnew(other, "operator-secret");

            visitor.button("Forwards one").click();
            assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("Nothing was done: press again");
            assertThat(visitor.page().locator(".role")).hasText("operator");
            assertThat(visitor.violations()).isEmpty();
            visitor.button("Forwards one").click();
            assertThat(visitor.heading()).hasText("Plan forwards");
            logInAnew(other, "operator-secret");
            visitor.button("Run 1 migration forwards").click();
            assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("Nothing was done: press again");
            visitor.button("Run 1 migration forwards").click();
            assertThat(visitor.page().locator(".run-state")).hasText("1 migration ran forwards");

            logInAnew(other, "operator-secret");
            visitor.button("Log out").click();
            assertThat(visitor.page().getByLabel("Token")).isVisible();
            other.page().reload();
            assertThat(other.page().getByLabel("Token")).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void logInAnew(Visitor visitor, String token) {
        visitor.page().navigate("about:blank");
        visitor.open("");
        visitor.button("Log out").click();
        visitor.logIn(token);
        assertThat(visitor.heading()).hasText("Apps");
    }

    @Test
    void saysThatSomebodyIsStillLoggedInWhenLoggingOutFails() {
        try (TestServer server = TestServer.guarded(Limits.DEFAULT, Pack.of("shop", Pack.table("t1")));
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.open("");
            visitor.logIn("viewer-secret");
            assertThat(visitor.heading()).hasText("Apps");
            visitor.page().route("**/session", Route::abort);
            visitor.button("Log out").click();

            assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("You are still logged in");
            visitor.page().unroute("**/session");
            visitor.button("Log out").click();
            assertThat(visitor.page().getByLabel("Token")).isVisible();
        }
    }

    @Test
    void needsNothingThatTheBrowserKeeps() {
        try (TestServer server = TestServer.guarded(Limits.DEFAULT, Pack.of("shop", Pack.table("t1")));
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.page().addInitScript("""
                    Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }});
                    """);
            visitor.open("");
            visitor.logIn("operator-secret");
            assertThat(visitor.heading()).hasText("Apps");
            visitor.button("Colours").click();
            assertThat(visitor.button("Colours: light")).isVisible();
            visitor.page().locator(".card h2 a").click();
            visitor.button("Forwards one").click();
            visitor.button("Run 1 migration forwards").click();

            assertThat(visitor.page().locator(".run-state")).hasText("1 migration ran forwards");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void saysThatItIsReadingWhenThatTakesItsTime() {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")));
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.open("");
            visitor.page().route("**/schema", route -> {});
            visitor.page().locator("nav a").last().click();

            assertThat(visitor.page().getByRole(AriaRole.STATUS)).hasText("Reading…");
            assertThat(visitor.page().getByRole(AriaRole.MAIN)).hasAttribute("aria-busy", "true");
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
