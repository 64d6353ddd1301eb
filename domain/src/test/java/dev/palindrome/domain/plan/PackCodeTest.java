package dev.palindrome.domain.plan;

import static dev.palindrome.domain.Fixtures.app;
import static dev.palindrome.domain.Fixtures.apps;
import static dev.palindrome.domain.Fixtures.entry;
import static dev.palindrome.domain.Fixtures.unfinished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.domain.NoDatabaseAdapter;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.reversal.ReversalState;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.operation.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Java code a stored reversal finds in the packs. */
class PackCodeTest {
    private static final Location PACK = Location.of("shop.Pack");
    private static final JavaCode BACK = code("shop.Back");
    private static final JavaCode MIRRORED = code("shop.Mirrored");

    private final Apps apps = apps(
            app(
                    "shop",
                    Set.of(),
                    unfinished("s1").backwards(BACK).build(),
                    Migration.id("s2")
                            .forwards(new Code(code("shop.Forth"), MIRRORED))
                            .build()),
            app("bank", Set.of(), unfinished("b1").backwards(code("bank.Back")).build()));

    @Test
    void code_is_found_by_its_name_among_all_reversals_of_its_app() {
        assertThat(resolved("shop.Back", "shop.Mirrored")).containsExactly(BACK, MIRRORED, Statement.of("-1"));
    }

    @Test
    void what_is_missing_is_named_with_its_pack_version_and_class() {
        assertThatThrownBy(() -> resolved("shop.Gone"))
                .hasMessage(
                        "[plan/code-missing] The stored reversal of migration 'shop:s9' needs the Java code 'shop.Gone'"
                                + " (shop.Pack:7), which the pack of app 'shop' had in version 2.3. Add that version of the pack.");
    }

    @Test
    void neither_another_apps_code_nor_what_goes_forwards_is_taken() {
        assertThatThrownBy(() -> resolved("bank.Back")).hasMessageContaining("plan/code-missing");
        assertThatThrownBy(() -> resolved("shop.Forth")).hasMessageContaining("plan/code-missing");
    }

    private List<Instruction> resolved(String... names) {
        List<StoredReversal.Part> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(new StoredReversal.Code(name, "shop.Pack:7"));
        }
        parts.add(new StoredReversal.Sql(Statement.of("-1")));
        StoredReversal stored =
                new StoredReversal(ReversalState.GIVEN, "", "memory", "", "2.3", true, parts, List.of(), List.of());
        return new PackCode(apps, new NoDatabaseAdapter().dialect())
                .resolve(entry(apps, "shop:s9", 9).ref(), stored);
    }

    private static JavaCode code(String name) {
        return new JavaCode(name, database -> {}, PACK);
    }
}
