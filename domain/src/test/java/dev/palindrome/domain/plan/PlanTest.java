package dev.palindrome.domain.plan;

import static dev.palindrome.domain.Fixtures.app;
import static dev.palindrome.domain.Fixtures.apps;
import static dev.palindrome.domain.Fixtures.history;
import static dev.palindrome.domain.Fixtures.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.domain.Fixtures;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is left of a plan when another runner had the lock first. */
class PlanTest {
    private final Apps shop = apps(app("shop", Set.of(), migration("0001"), migration("0002"), migration("0003")));

    @Test
    void what_another_runner_did_falls_away() {
        Plan plan = forwards(Target.ALL, history(shop));

        assertThat(left(plan.remaining(history(shop)))).containsExactly("shop:0001", "shop:0002", "shop:0003");
        assertThat(left(plan.remaining(history(shop, "shop:0001")))).containsExactly("shop:0002", "shop:0003");
        assertThat(left(plan.remaining(history(shop, "shop:0001", "shop:0002", "shop:0003"))))
                .isEmpty();
    }

    @Test
    void the_next_one_stays_the_one_that_was_planned() {
        assertThat(left(forwards(Target.count(1), history(shop)).remaining(history(shop, "shop:0001"))))
                .isEmpty();
    }

    @Test
    void the_most_recent_stays_the_one_that_was_planned() {
        Plan plan = backwards(Target.count(1), history(shop, "shop:0001", "shop:0002"));

        assertThat(left(plan.remaining(history(shop, "shop:0001")))).isEmpty();
    }

    @Test
    void backwards_is_refused_if_something_new_ran() {
        Plan plan = backwards(Target.ALL, history(shop, "shop:0001"));
        Plan left = plan.remaining(history(shop, "shop:0001", "shop:0002"));

        assertThat(left.isRefused()).isTrue();
        assertThat(left.problems()).singleElement().asString().startsWith("[plan/changed] Another runner");
    }

    @Test
    void forwards_is_refused_if_something_was_reversed() {
        assertThat(forwards(Target.ALL, history(shop, "shop:0001"))
                        .remaining(history(shop))
                        .isRefused())
                .isTrue();
    }

    @Test
    void a_migration_that_was_reversed_and_ran_again_is_not_the_one_that_was_planned() {
        Plan plan = backwards(Target.count(1), history(shop, "shop:0001"));
        History again =
                History.of(java.util.Optional.of(List.of(dev.palindrome.domain.Fixtures.entry(shop, "shop:0001", 7))));

        assertThat(left(plan.remaining(again))).isEmpty();
    }

    @Test
    void plans_that_run_something_else_have_other_hashes() {
        assertThat(Stream.of(
                                operation(Statement.of("UPDATE a SET b = ?", 1L)),
                                operation(Statement.of("UPDATE a SET b = ?", 2L)),
                                operation(Statement.of("UPDATE a SET b = ?", "2")),
                                operation(Statement.of("UPDATE a SET b = ?", (Object) null)),
                                operation(Statement.of("a"), Statement.of("b")),
                                operation(Statement.of("a"), code("b")))
                        .map(operation -> Migration.id("1a").forwards(operation).build())
                        .map(migration -> apps(app("shop", Set.of(), migration)))
                        .map(apps -> new ForwardsPlanner(apps, "shop", Target.ALL, false)
                                .plan(Fixtures.ground(history(apps)))
                                .hash()))
                .doesNotHaveDuplicates();
    }

    private static JavaCode code(String name) {
        return new JavaCode(name, database -> {}, Location.of("Test"));
    }

    private static Operation operation(Instruction... instructions) {
        return new Operation() {
            @Override
            public List<Instruction> compile(Dialect dialect, dev.palindrome.spi.catalogue.Catalogue before) {
                return List.of(instructions);
            }

            @Override
            public String fingerprint() {
                return "the same";
            }
        };
    }

    private Plan forwards(Target target, History history) {
        return new ForwardsPlanner(shop, "shop", target, false).plan(Fixtures.ground(history));
    }

    private Plan backwards(Target target, History history) {
        return new BackwardsPlanner(shop, "shop", target, false).plan(Fixtures.ground(history));
    }

    private static List<String> left(Plan plan) {
        assertThat(plan.isRefused()).isFalse();
        return plan.steps().stream().map(step -> step.migration().toString()).toList();
    }
}
