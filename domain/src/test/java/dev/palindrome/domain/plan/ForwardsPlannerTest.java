package dev.palindrome.domain.plan;

import static dev.palindrome.domain.Fixtures.app;
import static dev.palindrome.domain.Fixtures.apps;
import static dev.palindrome.domain.Fixtures.history;
import static dev.palindrome.domain.Fixtures.migration;
import static dev.palindrome.domain.Fixtures.unfinished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.domain.Fixtures;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForwardsPlannerTest {
    private final Apps shop =
            apps(app("shop", Set.of(), migration("0001"), migration("0002"), migration("0003"), migration("0004")));

    @Test
    void all_is_everything_that_has_not_run_in_the_packs_order() {
        assertThat(steps(shop, "shop", Target.ALL, history(shop, "shop:0002")))
                .containsExactly("shop:0001", "shop:0003", "shop:0004");
    }

    @Test
    void one_is_the_next() {
        assertThat(steps(shop, "shop", Target.parse("1"), history(shop, "shop:0001")))
                .containsExactly("shop:0002");
    }

    @Test
    void an_id_is_up_to_and_including_it() {
        assertThat(steps(shop, "shop", Target.parse("0003"), history(shop, "shop:0001")))
                .containsExactly("shop:0002", "shop:0003");
    }

    @Test
    void an_id_that_has_run_is_nothing_to_do_even_if_earlier_ones_are_pending() {
        Plan plan = plan(shop, "shop", Target.parse("0003"), history(shop, "shop:0003"));

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.nothingToDo()).isEqualTo("Nothing to do: migration '0003' of app 'shop' has already run.");
    }

    @Test
    void an_unknown_id_lists_what_there_is() {
        assertThatThrownBy(() -> plan(shop, "shop", Target.parse("9"), history(shop)))
                .hasMessage("[migration/unknown] App 'shop' has no migration '9'. There is: 0001, 0002, 0003, 0004.");
    }

    @Test
    void a_migration_whose_id_is_all_or_1_is_reached_as_an_id() {
        Apps odd = apps(app("odd", Set.of(), migration("0"), migration("1"), migration("all")));

        assertThat(steps(odd, "odd", Target.id("1"), history(odd))).containsExactly("odd:0", "odd:1");
        assertThat(steps(odd, "odd", Target.id("all"), history(odd))).hasSize(3);
    }

    @Test
    void a_number_of_steps_is_that_many() {
        assertThat(steps(shop, "shop", Target.count(3), history(shop))).hasSize(3);
        assertThatThrownBy(() -> Target.count(0)).hasMessageContaining("1 or more, not 0");
    }

    @Test
    void an_apps_dependencies_go_before_it() {
        Apps two = apps(
                app("shop", Set.of("geo"), migration("s1")), app("geo", Set.of(), migration("g1"), migration("g2")));

        assertThat(steps(two, "shop", Target.ALL, history(two, "geo:g1"))).containsExactly("geo:g2", "shop:s1");
        assertThat(steps(two, "geo", Target.ALL, history(two))).containsExactly("geo:g1", "geo:g2");
        assertThat(steps(two, "all", Target.ALL, history(two))).containsExactly("geo:g1", "geo:g2", "shop:s1");
    }

    @Test
    void what_a_dependency_depends_on_goes_first_even_if_the_dependency_has_nothing_pending() {
        Apps three = apps(
                app("shop", Set.of("geo"), migration("s1")),
                app("geo", Set.of("base"), migration("g1")),
                app("base", Set.of(), migration("b1")));

        assertThat(steps(three, "shop", Target.ALL, history(three, "geo:g1"))).containsExactly("base:b1", "shop:s1");
    }

    @Test
    void a_migrations_dependency_goes_before_it_with_what_stands_before_that() {
        Apps two = apps(
                app(
                        "shop",
                        Set.of(),
                        migration("s1"),
                        unfinished("s2").dependsOn("geo", "g2").build()),
                app("geo", Set.of(), migration("g1"), migration("g2"), migration("g3")));

        assertThat(steps(two, "shop", Target.ALL, history(two)))
                .containsExactly("shop:s1", "geo:g1", "geo:g2", "shop:s2");
    }

    /** As of a column that is added after SQL of which nobody knows what it does to the table. */
    @Test
    void a_reversal_that_can_not_be_foreseen_is_derived_when_it_runs() {
        Apps one = apps(app(
                "shop",
                Set.of(),
                Migration.id("s1")
                        .forwards(new Blind("+a"), new Blind("+b"))
                        .reversal(new Reversal.Mirrored())
                        .build()));

        Step step = plan(one, "shop", Target.ALL, history(one)).steps().get(0);

        assertThat(step.planned().orElseThrow().settled()).isFalse();
        assertThat(step.instructions()).extracting(Instruction::text).containsExactly("+a", "+b");
        assertThat(step.work().notes()).noneMatch(note -> note.contains("can't be reversed"));
    }

    @Test
    void a_target_that_only_means_something_backwards_is_refused() {
        for (Target target : List.of(Target.only("0002"), Target.tag("v1"))) {
            assertThatThrownBy(() -> plan(shop, "shop", target, history(shop))).hasMessageContaining("backwards only");
        }
    }

    @Test
    void a_plan_that_would_store_another_reversal_has_another_hash() {
        assertThat(hash(unfinished("s1").reversal(new Reversal.NotNeeded()).build()))
                .isNotEqualTo(hash(unfinished("s1").build()))
                .isEqualTo(
                        hash(unfinished("s1").reversal(new Reversal.NotNeeded()).build()));
    }

    private static String hash(Migration migration) {
        Apps one = apps(app("shop", Set.of(), migration));
        return plan(one, "shop", Target.ALL, history(one)).hash();
    }

    /** Does something after which a plan knows no table any more, and asks for one before it says so. */
    private record Blind(String sql) implements Operation {
        @Override
        public List<Instruction> compile(Dialect dialect, Catalogue before) {
            return List.of(Statement.of(sql));
        }

        @Override
        public Reversal reversal(Dialect dialect, Catalogue before) {
            return Reversal.Derived.of(new SqlScript("-" + sql, Location.of("test")));
        }

        @Override
        public void foresee(Dialect dialect, Catalogue catalogue) {
            catalogue.forget();
            catalogue.table(ObjectName.of("t"));
        }

        @Override
        public String fingerprint() {
            return sql;
        }
    }

    @Test
    void a_dependency_that_no_pack_has_is_an_error_at_the_migrations_place() {
        Apps alone = apps(
                app("shop", Set.of(), unfinished("s1").dependsOn("geo", "g2").build()));

        assertThat(errors(plan(alone, "shop", Target.ALL, history(alone))))
                .containsExactly("[migration/dependency-missing] Migration 'shop:s1' depends on 'geo:g2', which no pack"
                        + " provides. Add the pack that has it, or mend the dependency. (s1.sql:1)");
    }

    @Test
    void a_circle_between_migrations_is_shown_whole() {
        Apps two = apps(
                app("a", Set.of(), unfinished("a1").dependsOn("b", "b1").build()),
                app("b", Set.of(), unfinished("b1").dependsOn("a", "a1").build()));

        assertThat(errors(plan(two, "a", Target.ALL, history(two))))
                .singleElement()
                .asString()
                .contains("a:a1 → b:b1 → a:a1");
    }

    @Test
    void faking_records_only_what_was_asked_for() {
        Apps two = apps(app("shop", Set.of("geo"), migration("s1")), app("geo", Set.of(), migration("g1")));
        ForwardsPlanner planner = new ForwardsPlanner(two, "shop", Target.ALL, true);

        assertThat(errors(planner.plan(Fixtures.ground(history(two)))))
                .singleElement()
                .asString()
                .contains("[plan/dependency-pending]");
        Plan plan = planner.plan(Fixtures.ground(history(two, "geo:g1")));
        assertThat(plan.steps()).singleElement().satisfies(step -> {
            assertThat(step.work().recordedOnly()).isTrue();
            assertThat(step.instructions()).isEmpty();
        });
    }

    @Test
    void content_that_changed_after_it_ran_is_a_warning_with_both_checksums() {
        Apps before = apps(app("shop", Set.of(), migration("0001")));
        Apps after =
                apps(app("shop", Set.of(), unfinished("0001").forwards("more").build()));
        Plan plan = plan(after, "shop", Target.ALL, history(before, "shop:0001"));

        assertThat(plan.isRefused()).isFalse();
        assertThat(plan.problems())
                .singleElement()
                .asString()
                .startsWith(
                        "[history/changed] Migration 'shop:0001' was changed after it ran on 2026-03-02 10:15 UTC: the"
                                + " history has checksum ");
    }

    @Test
    void a_pack_with_errors_takes_part_in_no_plan_and_others_are_not_touched() {
        Apps two = apps(app("good", Set.of(), migration("1")), app("bad", Set.of(), migration("1"), migration("1")));

        assertThat(plan(two, "good", Target.ALL, history(two)).isRefused()).isFalse();
        assertThat(plan(two, "bad", Target.ALL, history(two)).isRefused()).isTrue();
        assertThat(plan(two, "all", Target.ALL, history(two)).isRefused()).isTrue();
    }

    @Test
    void the_hash_tells_statements_and_the_starting_history() {
        String hash = plan(shop, "shop", Target.ALL, history(shop)).hash();
        Apps other = apps(app(
                "shop",
                Set.of(),
                migration("0001"),
                migration("0002"),
                migration("0003"),
                unfinished("0004").forwards("x").build()));

        assertThat(plan(shop, "shop", Target.ALL, history(shop)).hash())
                .isEqualTo(hash)
                .hasSize(64);
        assertThat(plan(other, "shop", Target.ALL, history(other)).hash()).isNotEqualTo(hash);
        assertThat(plan(shop, "shop", Target.ALL, history(shop, "geo:1")).hash())
                .isNotEqualTo(hash);
    }

    @Test
    void ten_thousand_migrations_that_each_depend_on_the_one_before_are_planned_at_once() {
        dev.palindrome.spi.Migration[] many = java.util.stream.IntStream.range(0, 10_000)
                .mapToObj(i -> i == 0
                        ? migration("m0")
                        : unfinished("m" + i).dependsOn("shop", "m" + (i - 1)).build())
                .toArray(dev.palindrome.spi.Migration[]::new);
        Apps apps = apps(app("shop", Set.of(), many));

        org.junit.jupiter.api.Assertions.assertTimeout(
                java.time.Duration.ofSeconds(5),
                () -> assertThat(steps(apps, "shop", Target.ALL, history(apps))).hasSize(10_000));
    }

    private static List<String> steps(Apps apps, String app, Target target, History history) {
        Plan plan = plan(apps, app, target, history);
        assertThat(plan.problems()).isEmpty();
        return plan.steps().stream().map(step -> step.migration().toString()).toList();
    }

    private static Plan plan(Apps apps, String app, Target target, History history) {
        return new ForwardsPlanner(apps, app, target, false).plan(Fixtures.ground(history));
    }

    private static List<String> errors(Plan plan) {
        return plan.problems().stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
    }
}
