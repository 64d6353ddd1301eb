package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("tag APP NAME, backwards APP --to-tag NAME")
class TagTest {
    @TempDir
    private Path folder;

    @OnEachDatabase
    void one_can_go_back_to_a_state_that_has_a_name(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        MigrationResult tagged = bench.tag("shop", "v1.0");
        assertThat(tagged.success()).describedAs(tagged.message()).isTrue();
        assertThat(tagged.message())
                .contains("'v1.0'", "'shop'", "after migration '0002'", "palindrome backwards shop --to-tag v1.0");
        bench.app("shop").table("0003", "c").table("0004", "d");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        MigrationResult result = bench.backwards("shop", Target.tag("v1.0"));

        assertThat(result.message()).isEqualTo("2 migrations reversed");
        assertThat(bench.database().tables()).containsExactly("a", "b");
        MigrationResult again = bench.backwards("shop", Target.tag("v1.0"));
        assertThat(again.success()).isTrue();
        assertThat(again.message())
                .isEqualTo("Nothing to reverse: no migration of app 'shop' has run after the tag 'v1.0'.");
    }

    @OnEachDatabase
    void check_shows_the_names_of_a_state(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b");
        assertThat(bench.forwards("shop", "1").success()).isTrue();
        assertThat(bench.tag("shop", "first").success()).isTrue();
        assertThat(bench.tag("shop", "2026/11-a_b+c").success()).isTrue();
        assertThat(bench.tag("shop", "first").success())
                .describedAs("it has that name already")
                .isTrue();

        List<MigrationStatus> statuses = bench.check("shop");

        assertThat(statuses.get(0).run().orElseThrow().tags()).containsExactly("first", "2026/11-a_b+c");
        assertThat(statuses.get(1).run()).isEmpty();
    }

    @OnEachDatabase
    void a_name_is_of_one_state_until_that_is_reversed(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b");
        assertThat(bench.forwards("shop", "1").success()).isTrue();
        assertThat(bench.tag("shop", "v1").success()).isTrue();
        assertThat(bench.forwards("shop", "1").success()).isTrue();

        MigrationResult taken = bench.tag("shop", "v1");

        assertThat(taken.success()).isFalse();
        assertThat(taken.message()).contains("already names the state after migration 'shop:0001'");
        assertThat(bench.backwards("shop", "all").success()).isTrue();
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.backwards("shop", Target.tag("v1")).message()).contains("has no tag 'v1'");
        assertThat(bench.tag("shop", "v1").success()).isTrue();
    }

    @OnEachDatabase
    void an_unknown_tag_lists_those_there_are(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b");
        assertThat(bench.forwards("shop", "1").success()).isTrue();

        assertThat(bench.backwards("shop", Target.tag("v1")).message())
                .contains("has no tag 'v1'", "It has none", "palindrome tag shop v1");
        assertThat(bench.tag("shop", "old").success()).isTrue();
        assertThat(bench.forwards("shop", "1").success()).isTrue();
        assertThat(bench.tag("shop", "new").success()).isTrue();

        MigrationResult unknown = bench.backwards("shop", Target.tag("v1"));

        assertThat(unknown.success()).isFalse();
        assertThat(unknown.message()).contains("There is, newest first: new, old");
        assertThat(bench.database().tables()).containsExactly("a", "b");
    }

    @OnEachDatabase
    void what_is_no_name_or_no_state_is_refused(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a");

        assertThat(bench.tag("shop", "v1").message()).contains("No migration of app 'shop' has run");
        assertThat(bench.tag("shpo", "v1").message()).contains("There is no app 'shpo'");
        assertThat(bench.tag("all", "v1").message()).contains("Name one app");
        assertThat(bench.database().history()).isEmpty();
        assertThat(bench.forwards("shop", "1").success()).isTrue();
        for (String name : List.of("", " ", "two words", "-x", "a\nb", "x".repeat(101))) {
            MigrationResult result = bench.tag("shop", name);
            assertThat(result.success()).describedAs(name).isFalse();
            assertThat(result.message()).contains("is no name for a tag");
        }
    }

    @OnEachDatabase
    void a_tag_of_one_app_takes_back_what_ran_after_it_in_all_apps_when_all_are_meant(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("bank").table("1", "account");
        bench.app("shop").table("1", "customer");
        assertThat(bench.forwards("all", "all").success()).isTrue();
        assertThat(bench.tag("shop", "v1").success()).isTrue();
        bench.app("bank").table("2", "booking");
        bench.app("shop").table("2", "product");
        assertThat(bench.forwards("all", "all").success()).isTrue();

        assertThat(bench.backwards("all", Target.tag("v1")).success()).isTrue();

        assertThat(bench.database().tables()).containsExactly("account", "customer");
        assertThat(bench.tag("bank", "v1").success()).isTrue();
        assertThat(bench.backwards("all", Target.tag("v1")).message()).contains("Several apps have the tag 'v1'");
    }

    @OnEachDatabase
    void going_back_to_a_tag_is_previewed_and_works_without_the_pack(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b");
        assertThat(bench.forwards("shop", "1").success()).isTrue();
        assertThat(bench.tag("shop", "v1").success()).isTrue();
        assertThat(bench.forwards("shop", "1").success()).isTrue();
        bench.remove("shop");

        MigrationResult preview = bench.backwards(
                BackwardsRequest.of("shop").target(Target.tag("v1")).preview(true));
        assertThat(preview.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.statements()).contains("DROP TABLE b"));
        assertThat(bench.database().tables()).containsExactly("a", "b");
        assertThat(bench.backwards(BackwardsRequest.of("shop")
                                .target(Target.tag("v1"))
                                .plan(preview.planHash())
                                .autoAgree(true))
                        .success())
                .isTrue();
        assertThat(bench.database().tables()).containsExactly("a");
    }
}
