package dev.palindrome.adapters.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.palindrome.adapters.http.Gate;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.domain.result.Status;
import dev.palindrome.spi.Migration;
import org.junit.jupiter.api.Test;

/** The whole way from the login to the result of a run, once to a good end and once to a bad one. */
class PageFlowTest extends BrowserTest {
    @Test
    void leadsFromTheLoginToTheResultOfARunAlsoAfterAReload() throws Exception {
        Gate gate = new Gate();
        Migration slow = Migration.id("t2")
                .description("customers")
                .forwards(
                        "CREATE TABLE customer (id int PRIMARY KEY)",
                        "INSERT INTO customer SELECT x FROM system_range(1, 1200)")
                .backwardsCode("waits", gate::hold)
                .backwards("DROP TABLE customer")
                .build();
        Migration last = Migration.id("t3")
                .description("what they order")
                .forwards("CREATE TABLE orders (id int)", "INSERT INTO orders VALUES (1), (2), (3)")
                .backwards("DROP TABLE orders")
                .build();
        try (TestServer server = TestServer.guarded(Limits.DEFAULT, Pack.of("shop", Pack.table("t1"), slow, last));
                gate;
                Visitor visitor = chromium.visitor(server.address())) {
            server.palindrome.forwards("shop").orThrow();

            visitor.open("apps/shop");
            visitor.logIn("wrong");
            assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("token");
            visitor.logIn("operator-secret");
            assertThat(visitor.heading()).hasText("shop");
            assertThat(visitor.row("t3")).containsText("applied");

            visitor.row("t2").locator("button").click();
            assertThat(visitor.heading()).containsText("Plan backwards");
            assertThat(visitor.page().locator(".step")).hasCount(2);
            Locator stakes = visitor.page().locator(".stakes");
            assertThat(stakes.locator(".total")).hasText("1,203 rows");
            assertThat(stakes.locator("li").first()).hasText("orders3 rows");
            assertThat(stakes.locator("li").nth(1)).hasText("customer1,200 rows");
            assertThat(stakes).containsText("Not counted"); // what code does, nobody knows
            assertThat(visitor.page().locator("#loss")).containsText("1,203 rows would lose something or be gone");
            assertThat(visitor.button("Run 2 migrations backwards")).isDisabled();
            assertThat(visitor.violations()).isEmpty();
            visitor.screenshot("plan-backwards");
            visitor.page().getByLabel("to agree").fill("shop");
            visitor.button("Run 2 migrations backwards").click();

            assertThat(visitor.heading()).containsText("Run backwards");
            gate.awaitReached();
            assertThat(visitor.page().locator(".step[data-outcome=done]")).containsText("shop:t3");
            assertThat(visitor.page().locator(".step[data-outcome=running]")).containsText("shop:t2");
            assertThat(visitor.page().locator(".run-state")).hasText("2 of 2: shop:t2");
            visitor.page().reload();
            assertThat(visitor.page().locator(".step[data-outcome=done]")).containsText("shop:t3");
            assertThat(visitor.page().locator(".step[data-outcome=running]")).containsText("shop:t2");
            assertThat(visitor.violations()).isEmpty();
            visitor.screenshot("run-half-way");
            gate.open();

            assertThat(visitor.page().locator(".run-state")).hasText("2 migrations reversed");
            assertThat(visitor.page().locator(".step[data-outcome=done]")).hasCount(2);
            assertThat(visitor.violations()).isEmpty();
            visitor.screenshot("run-done");
            assertThat(server.palindrome.check("shop").stream().map(s -> s.status()))
                    .containsExactly(Status.APPLIED, Status.PENDING, Status.PENDING);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void leadsFromTheLoginToWhatFailedAlsoAfterAReload() throws Exception {
        Gate gate = new Gate();
        Migration failing = Migration.id("t2")
                .description("customers")
                .forwards("CREATE TABLE customer (id int)", "INSERT INTO customer VALUES (1), (2)")
                .backwards("DROP TABLE customer; DROP TABLE customer")
                .build();
        Migration slow = Migration.id("t3")
                .description("held up on its way back")
                .forwards("CREATE TABLE held (id int)")
                .backwardsCode("waits", gate::hold)
                .backwards("DROP TABLE held")
                .build();
        try (TestServer server = TestServer.guarded(Limits.DEFAULT, Pack.of("shop", Pack.table("t1"), failing, slow));
                gate;
                Visitor visitor = chromium.visitor(server.address())) {
            server.palindrome.forwards("shop").orThrow();
            visitor.open("apps/shop");
            visitor.logIn("operator-secret");
            visitor.row("t1").locator("button").click();
            assertThat(visitor.page().locator(".stakes .total")).hasText("2 rows");
            visitor.page().getByLabel("to agree").fill("shop");
            visitor.button("Run 3 migrations backwards").click();

            gate.awaitReached();
            assertThat(visitor.page().locator(".step[data-outcome=running]")).containsText("shop:t3");
            visitor.page().reload();
            assertThat(visitor.page().locator(".step[data-outcome=running]")).containsText("shop:t3");
            gate.open();

            assertThat(visitor.page().locator(".run-state")).hasText("It failed");
            assertThat(visitor.page().locator(".step[data-outcome=done]")).containsText("shop:t3");
            assertThat(visitor.page().locator(".step[data-outcome=failed]")).containsText("shop:t2");
            assertThat(visitor.page().locator(".step").last()).containsText("not started");
            Locator failure = visitor.page().locator(".failure");
            assertThat(failure.locator("h2")).hasText("shop:t2 failed");
            assertThat(failure.locator("pre").first()).hasText("DROP TABLE customer");
            assertThat(failure.locator(".said")).containsText("\"CUSTOMER\" not found");
            assertThat(failure.locator(".copyable").first()).containsText("palindrome ");
            assertThat(visitor.violations()).isEmpty();
            visitor.screenshot("run-backwards-failed");
            visitor.page().reload();
            assertThat(failure.locator(".said")).containsText("\"CUSTOMER\" not found");
            assertThat(server.palindrome.check("shop").stream().map(s -> s.status()))
                    .containsExactly(Status.APPLIED, Status.FAILED, Status.PENDING);
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
