package dev.palindrome.adapters.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.page.Chromium.Look;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.operation.Operations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a plan makes of the schema, as a picture and in words. */
class PageSchemaTest extends BrowserTest {
    @ParameterizedTest
    @EnumSource(Look.class)
    void showsTheTablesBeforeAndAfterAPlan(Look look) throws Exception {
        Migration before = Migration.id("0001")
                .forwards(
                        Operations.createTable(
                                "customer",
                                Operations.column("id", "integer").asPrimaryKey(),
                                Operations.column("nick", "varchar(30)")),
                        Operations.createTable("note", Operations.column("id", "integer")),
                        Operations.createTable("untouched", Operations.column("id", "integer")))
                .build();
        Migration after = Migration.id("0002")
                .forwards(
                        Operations.dropTable("note"),
                        Operations.dropColumn("customer", "nick"),
                        Operations.addColumn("customer", Operations.column("email", "varchar(254)")),
                        Operations.createTable(
                                "orders",
                                Operations.column("id", "integer").asPrimaryKey(),
                                Operations.column("customer", "integer").references("customer", "id")))
                .build();
        try (TestServer server = TestServer.with(Pack.of("shop", before, after));
                Visitor visitor = chromium.visitor(server.address(), look)) {
            server.palindrome.forwards("shop", "0001").orThrow();
            visitor.open("plans/" + server.plan("shop", "forwards", "all"));
            visitor.page().getByText("The schema before and after").click();

            assertThat(visitor.page().locator(".legend li"))
                    .hasText(new String[] {"+ 1 table added", "− 1 table removed", "~ 1 table changed"});
            Locator picture = visitor.page().locator(".plan-schema .picture");
            assertThat(picture.locator(".table-name")).hasText(new String[] {"~ customer", "− note", "+ orders"});
            assertThat(picture.locator(".column.change-removed text").first()).hasText("− nick");
            assertThat(picture.locator(".column.change-added text").first()).hasText("+ email");
            assertThat(picture.locator(".edge.change-added")).hasCount(1);
            assertThat(visitor.page().locator("#table-customer tr.change-removed th"))
                    .hasText("nick removed");
            assertThat(visitor.page().locator("#table-orders")).containsText("→ customer (id), added");
            assertThat(visitor.violations()).isEmpty();
            assertThat(visitor.overflows()).isFalse();
            visitor.screenshot("plan-schema-" + look.word());
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
