package dev.palindrome.adapters.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.spi.Migration;
import org.junit.jupiter.api.Test;

/** Whatever migrations and databases say is text to the page. */
class PageTextTest extends BrowserTest {
    private static final String MARKUP = "<img src=x onerror=alert(1)>";

    @Test
    void showsMarkupInIdsDescriptionsSqlAndMessagesAsText() {
        Migration nasty = Migration.id("1" + MARKUP)
                .description("description " + MARKUP)
                .forwards("SELECT '" + MARKUP + "' FROM \"" + MARKUP + "\" -- " + MARKUP)
                .irreversible("reason " + MARKUP)
                .build();
        try (TestServer server = TestServer.with(Pack.of("shop", nasty));
                Visitor visitor = chromium.visitor(server.address())) {
            visitor.open("");
            assertThat(visitor.page().locator(".card h2")).hasText("shop");
            visitor.page().locator(".card h2 a").click();
            assertThat(visitor.heading()).hasText("shop");
            assertThat(visitor.page().locator(".row .id")).hasText("1" + MARKUP);
            assertThat(visitor.page().locator(".row .description")).hasText("description " + MARKUP);
            visitor.page().locator(".row .id").click();
            assertThat(visitor.page().locator(".half.forwards pre")).containsText("SELECT '" + MARKUP + "' FROM");
            assertThat(visitor.page().locator(".half.backwards")).containsText("reason " + MARKUP);
            visitor.button("Forwards to here").click();
            assertThat(visitor.page().locator(".step .statements")).containsText("SELECT '" + MARKUP + "' FROM");
            visitor.button("Run 1 migration forwards").click();
            assertThat(visitor.page().locator(".failure .said")).containsText(MARKUP);

            assertThat(visitor.page().locator("img")).hasCount(0);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void leadsToAMigrationByAnyId() {
        for (String id : new String[] {"a/b", "...", "100%", "?x=1", "#x", "it's \"q\" ü€😀"}) {
            Migration odd =
                    Migration.id(id).forwards("CREATE TABLE odd (id int)").build();
            try (TestServer server = TestServer.with(Pack.of("shop", odd));
                    Visitor visitor = chromium.visitor(server.address())) {
                visitor.open("apps/shop");
                visitor.row(id).locator("a").click();

                assertThat(visitor.page().locator(".facts .id")).hasText("shop:" + id);
            }
        }
    }
}
