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
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Reversal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackwardsPlannerTest {
    private final Apps shop = apps(app("shop", Set.of(), migration("0001"), migration("0002"), migration("0003")));

    @Test
    void one_is_the_most_recent_by_the_historys_sequence_not_by_name() {
        History outOfOrder = history(shop, "shop:0001", "shop:0003", "shop:0002");

        assertThat(steps(shop, "shop", Target.parse("1"), outOfOrder)).containsExactly("shop:0002");
        assertThat(steps(shop, "shop", Target.ALL, outOfOrder)).containsExactly("shop:0002", "shop:0003", "shop:0001");
    }

    @Test
    void an_id_is_from_the_most_recent_down_to_and_including_it() {
        History outOfOrder = history(shop, "shop:0001", "shop:0003", "shop:0002");

        assertThat(steps(shop, "shop", Target.parse("0003"), outOfOrder)).containsExactly("shop:0002", "shop:0003");
    }

    @Test
    void nothing_that_ran_is_nothing_to_reverse() {
        Plan plan = plan(shop, "shop", Target.ALL, history(shop), false);

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.nothingToDo()).isEqualTo("Nothing to reverse: no migration of app 'shop' has run.");
    }

    @Test
    void an_id_that_has_not_run_lists_those_that_have() {
        assertThatThrownBy(
                        () -> plan(shop, "shop", Target.parse("0003"), history(shop, "shop:0001", "shop:0002"), false))
                .hasMessage(
                        "[migration/unknown] Migration '0003' of app 'shop' has not run, so it can't be reversed. Have"
                                + " run, newest first: 0002, 0001.");
    }

    @Test
    void every_absent_reversal_is_named_before_anything_runs() {
        Apps partly = apps(app(
                "shop",
                Set.of(),
                migration("1a"),
                Migration.id("2b")
                        .location(Location.of("2b.sql"))
                        .forwards("+2b")
                        .build(),
                migration("3c"),
                Migration.id("4d")
                        .location(Location.of("4d.sql"))
                        .forwards("+4d")
                        .reversal(new Reversal.Absent("the file 4d.down.sql is empty"))
                        .build()));
        Plan plan =
                plan(partly, "shop", Target.ALL, history(partly, "shop:1a", "shop:2b", "shop:3c", "shop:4d"), false);

        assertThat(errors(plan))
                .containsExactly(
                        "[plan/irreversible] Migration 'shop:4d' has no reversal: the file 4d.down.sql is empty. Write one,"
                                + " or say that none is needed; nothing has been reversed. (4d.sql)",
                        "[plan/irreversible] Migration 'shop:2b' has no reversal: its author gave none. Write one, or say"
                                + " that none is needed; nothing has been reversed. (2b.sql)");
    }

    @Test
    void a_reversal_that_is_not_needed_only_forgets() {
        Apps noop = apps(app(
                "shop",
                Set.of(),
                Migration.id("1a")
                        .forwards("ANALYZE")
                        .reversal(new Reversal.NotNeeded())
                        .build()));

        assertThat(plan(noop, "shop", Target.ALL, history(noop, "shop:1a"), false)
                        .steps())
                .singleElement()
                .satisfies(step -> assertThat(step.work().recordedOnly()).isTrue());
    }

    @Test
    void a_migration_that_no_pack_has_is_named() {
        assertThat(errors(plan(shop, "shop", Target.ALL, history(shop, "shop:0001", "shop:gone"), false)))
                .containsExactly(
                        "[history/missing] Migration 'shop:gone' has run, no pack provides it, and no reversal of it was"
                                + " stored. Add the pack or the file that it came from.");
    }

    @Test
    void an_app_of_which_only_the_history_knows_is_no_unknown_app() {
        assertThat(errors(plan(shop, "old", Target.ALL, history(shop, "old:1"), false)))
                .hasSize(1);
        assertThatThrownBy(() -> plan(shop, "nope", Target.ALL, history(shop), false))
                .hasMessageContaining("There is no app 'nope'");
    }

    @Test
    void what_ran_later_and_depends_on_it_is_named() {
        Apps two = apps(
                app("shop", Set.of("geo"), migration("s1")), app("geo", Set.of(), migration("g1"), migration("g2")));
        History history = history(two, "geo:g1", "shop:s1", "geo:g2");

        assertThat(steps(two, "geo", Target.parse("1"), history)).containsExactly("geo:g2");
        assertThat(errors(plan(two, "geo", Target.ALL, history, false)))
                .containsExactly(
                        "[plan/dependents] Migration 'shop:s1' ran after 'geo:g1' and depends on it. Reverse that"
                                + " first: palindrome backwards shop s1");
        assertThat(steps(two, "all", Target.ALL, history)).containsExactly("geo:g2", "shop:s1", "geo:g1");
    }

    @Test
    void a_declared_dependency_counts_like_an_apps() {
        Apps two = apps(
                app("shop", Set.of(), unfinished("s1").dependsOn("geo", "g1").build(), migration("s2")),
                app("geo", Set.of(), migration("g1")));

        assertThat(errors(plan(two, "geo", Target.ALL, history(two, "geo:g1", "shop:s1", "shop:s2"), false)))
                .hasSize(1);
        assertThat(steps(two, "geo", Target.ALL, history(two, "geo:g1", "shop:s2")))
                .containsExactly("geo:g1");
    }

    @Test
    void a_migration_that_is_yet_to_be_written_stops_nobody_from_going_back() {
        dev.palindrome.domain.app.App unfinished = new dev.palindrome.domain.app.App(
                "shop",
                Set.of(),
                List.of(migration("0001")),
                java.util.Optional.empty(),
                Location.of("shop"),
                java.util.Optional.empty(),
                List.of(Problem.error(
                        dev.palindrome.spi.ProblemCodes.MIGRATION_FORWARDS_MISSING, "0002 has no forwards half.")));
        Apps draft = apps(unfinished);

        assertThat(steps(draft, "shop", Target.ALL, history(draft, "shop:0001")))
                .containsExactly("shop:0001");
    }

    @Test
    void cleaning_files_of_a_migration_from_a_jar_is_refused() {
        assertThat(errors(plan(shop, "shop", Target.ALL, history(shop, "shop:0001"), true)))
                .singleElement()
                .asString()
                .contains("[plan/no-files] Migration 'shop:0001' has no files of its own");
    }

    private static List<String> steps(Apps apps, String app, Target target, History history) {
        Plan plan = plan(apps, app, target, history, false);
        assertThat(plan.problems()).isEmpty();
        return plan.steps().stream().map(step -> step.migration().toString()).toList();
    }

    private static Plan plan(Apps apps, String app, Target target, History history, boolean clean) {
        return new BackwardsPlanner(apps, app, target, clean).plan(Fixtures.ground(history));
    }

    private static List<String> errors(Plan plan) {
        return plan.problems().stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
    }
}
