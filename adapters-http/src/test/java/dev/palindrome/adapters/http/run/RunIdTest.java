package dev.palindrome.adapters.http.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.plan.Course;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final History NOTHING_RAN = History.of(Optional.empty());

    @Test
    void tellsWhatItIsAbout() {
        RunId run = run(steps(Direction.FORWARDS, 2));

        assertThat(RunId.decode(run.encode())).contains(run);
        assertThat(run.encode()).matches("[A-Za-z0-9_-]+").isNotEqualTo(run.encode());
    }

    @ParameterizedTest
    @EnumSource
    void tellsAllStepsHoweverManyThereAre(Direction direction) {
        List<PlannedStep> steps = steps(direction, 10_000);
        RunId run = run(steps);

        assertThat(run.encode()).hasSizeLessThanOrEqualTo(1_500);
        assertThat(told(RunId.decode(run.encode()).orElseThrow(), apps(10_000), NOTHING_RAN))
                .isEqualTo(steps);
    }

    @Test
    void tellsTheStepsOfAppsThatAlternateAppByApp() {
        List<PlannedStep> steps = new ArrayList<>();
        for (PlannedStep step : steps(Direction.BACKWARDS, 5_000)) {
            steps.add(step);
            steps.add(new PlannedStep(
                    Direction.BACKWARDS,
                    new MigrationRef("base", step.migration().id())));
        }

        RunId known = RunId.decode(run(steps).encode()).orElseThrow();

        assertThat(told(known, apps(10_000), NOTHING_RAN)).containsExactlyInAnyOrderElementsOf(steps);
    }

    @Test
    void tellsWhatRanByTheHistoryOnceThePacksHaveChanged() {
        List<PlannedStep> steps = steps(Direction.FORWARDS, 10_000);
        Apps changed = Apps.of(List.of(app("shop", Stream.of("m1", "new", "m2"))), List.of());
        History ran =
                History.of(Optional.of(steps.stream().map(RunIdTest::entry).toList()));

        RunId run = run(steps);

        assertThat(told(run, changed, ran)).isEqualTo(steps);
        assertThat(told(run, changed, NOTHING_RAN)).containsExactly(steps.get(0), steps.get(9_999));
    }

    @Test
    void tellsTheFirstStepsIfTheyAreInNoOrderAtAll() {
        List<PlannedStep> steps = IntStream.range(0, 10_000)
                .mapToObj(i -> step(Direction.FORWARDS, "m" + i * 7919 % 10_000))
                .toList();

        RunId known = RunId.decode(run(steps).encode()).orElseThrow();
        List<PlannedStep> told = told(known, apps(10_000), NOTHING_RAN);

        assertThat(known.total()).isEqualTo(10_000);
        assertThat(told).hasSizeGreaterThan(100).isEqualTo(steps.subList(0, told.size()));
    }

    @Test
    void listsNoMoreStepsThanAnyRunHas() {
        Stretch endless =
                new Stretch(Direction.FORWARDS, "shop", new MigrationId("a"), new MigrationId("b"), 1 << 30, 0);

        assertThat(RunId.decode(new RunId("shop", "hash", Course.FORWARDS, THEN, 1 << 30, List.of(endless)).encode()))
                .isEmpty();
    }

    /** Eight thousand stretches that are all alike take few characters, and each would be looked up. */
    @Test
    void hasNoMoreStretchesThanWeEverWrite() throws IOException {
        int most = RunId.decode(run(everyOther(2_000)).encode())
                .orElseThrow()
                .stretches()
                .size();

        assertThat(RunId.decode(madeUp(512))).isPresent();
        assertThat(RunId.decode(madeUp(513))).isEmpty();
        assertThat(madeUp(8_000)).hasSizeLessThan(1_500);
        assertThat(RunId.decode(madeUp(8_000))).isEmpty();
        assertThat(most).isBetween(100, 512);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "eJw", "../..", "eJxjYGBgAAAABAAB", "ünï", "2f1c8a3e-0000-4000-8000-000000000000"})
    void isNothingElse(String text) {
        assertThat(RunId.decode(text)).isEmpty();
    }

    @Test
    void isNoIdOnceItIsCutOrChanged() {
        String id = run(steps(Direction.FORWARDS, 3)).encode();

        assertThat(RunId.decode(id.substring(0, id.length() / 2))).isEmpty();
        assertThat(RunId.decode(id + "A".repeat(1_500))).isEmpty();
    }

    /** An id with so many stretches of two migrations that follow one another nowhere. */
    private static String madeUp(int stretches) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeByte(2);
            out.writeLong(0);
            for (String text : List.of("shop", "hash", "FORWARDS")) {
                out.writeUTF(text);
            }
            out.writeLong(0);
            out.writeInt(2 * stretches);
            out.writeInt(stretches);
            for (int i = 0; i < stretches; i++) {
                for (String text : List.of("FORWARDS", "shop", "m99998")) {
                    out.writeUTF(text);
                }
                out.writeInt(2);
                out.writeUTF("m99999");
                out.writeInt(0);
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private static List<PlannedStep> everyOther(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> step(Direction.FORWARDS, "m" + 2 * i))
                .toList();
    }

    private static RunId run(List<PlannedStep> steps) {
        List<StepResult> results = steps.stream().map(RunIdTest::result).toList();
        MigrationResult plan =
                new MigrationResult(true, "", Optional.of(Course.SYNC), Optional.of("hash"), true, results, List.of());
        return RunId.of("all", "hash", plan, THEN, apps(10_000));
    }

    /** The apps base and shop, with so many migrations each. */
    private static Apps apps(int count) {
        return Apps.of(
                Stream.of("base", "shop").map(name -> app(name, ids(count))).toList(), List.of());
    }

    private static App app(String name, Stream<String> ids) {
        return new App(
                name,
                Set.of(),
                ids.map(id -> Migration.id(id).build()).toList(),
                Optional.empty(),
                Location.of("test"),
                Optional.empty(),
                List.of());
    }

    private static Stream<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "m" + i);
    }

    /** The first migrations of shop forwards, or the same from the last one back. */
    private static List<PlannedStep> steps(Direction direction, int count) {
        return IntStream.range(0, count)
                .map(i -> direction == Direction.FORWARDS ? i : count - 1 - i)
                .mapToObj(i -> step(direction, "m" + i))
                .toList();
    }

    private static PlannedStep step(Direction direction, String id) {
        return new PlannedStep(direction, new MigrationRef("shop", new MigrationId(id)));
    }

    private static StepResult result(PlannedStep step) {
        return new StepResult(
                step.migration().appName(),
                step.migration().id().value(),
                "",
                step.direction(),
                StepOutcome.PLANNED,
                Duration.ZERO,
                true,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static HistoryEntry entry(PlannedStep step) {
        return new HistoryEntry(
                1,
                step.migration().appName(),
                step.migration().id(),
                "",
                Checksum.of("x"),
                THEN,
                "",
                Duration.ZERO,
                false,
                "",
                Optional.empty(),
                List.of());
    }

    private static List<PlannedStep> told(RunId run, Apps apps, History history) {
        KnownIds known = new KnownIds(apps, history);
        return run.stretches().stream()
                .flatMap(stretch -> stretch.steps(known).stream())
                .toList();
    }
}
