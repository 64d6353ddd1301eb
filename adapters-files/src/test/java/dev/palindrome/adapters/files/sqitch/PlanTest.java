package dev.palindrome.adapters.files.sqitch;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static final String ID = "0".repeat(39);

    private static Change change(int line, String name, int instance, String... tags) {
        return new Change(line, name, instance, ID + line, "", List.of(), List.of(), List.of(tags), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "a, 5, 4",
        "a, 3, 1",
        "a@v1, 5, 1",
        "a@v2, 5, 4",
        "a@v2, 4, ",
        "b, 5, 2",
        "b, 1, ",
        "@v1, 5, 3",
        "@v2, 5, 5",
        "@none, 5, ",
        "c, 5, ",
        "0000000000000000000000000000000000000002, 5, 2",
        "0000000000000000000000000000000000000002, 1, ",
    })
    void a_dependency_means_the_last_change_that_fits_before(String dependency, int before, Integer line) {
        Plan plan = new Plan(
                "sqitch.plan",
                "shop",
                List.of(
                        change(1, "a", 1),
                        change(2, "b", 1),
                        change(3, "d", 1, "v1"),
                        change(4, "a", 2),
                        change(5, "e", 1, "v2")));
        assertThat(plan.named("a", 2).map(Change::line)).contains(4);
        assertThat(plan.named("a", 3)).isEmpty();
        assertThat(plan.find(Dependency.parse(dependency).orElseThrow(), before).map(Change::line))
                .isEqualTo(Optional.ofNullable(line));
    }

    @Test
    void changes_that_require_what_is_far_above_are_found_in_no_time() {
        int changes = 200_000;
        Plan plan = new Plan(
                "sqitch.plan",
                "shop",
                IntStream.range(0, changes).mapToObj(i -> change(i, "t" + i, 1)).toList());
        Dependency first = Dependency.parse("t0").orElseThrow();
        assertTimeoutPreemptively(
                ofSeconds(20),
                () -> assertThat(IntStream.rangeClosed(1, changes))
                        .allMatch(before -> plan.find(first, before).isPresent()));
    }
}
