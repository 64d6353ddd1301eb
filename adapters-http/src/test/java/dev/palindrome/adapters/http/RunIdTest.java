package dev.palindrome.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.RunId.PlannedStep;
import dev.palindrome.domain.plan.Course;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void tellsWhatItIsAbout() {
        RunId run = new RunId("all", "hash", Course.SYNC, THEN, 2, steps(2));

        assertThat(RunId.decode(run.encode())).contains(run);
        assertThat(run.encode()).matches("[A-Za-z0-9_-]+").isNotEqualTo(run.encode());
    }

    @Test
    void staysShortHoweverManyStepsThereAre() {
        RunId run = new RunId("shop", "hash", Course.FORWARDS, THEN, 10_000, steps(10_000));
        RunId known = RunId.decode(run.encode()).orElseThrow();

        assertThat(run.encode()).hasSizeLessThanOrEqualTo(1_500);
        assertThat(known.total()).isEqualTo(10_000);
        assertThat(known.steps())
                .hasSizeGreaterThan(100)
                .isEqualTo(run.steps().subList(0, known.steps().size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "eJw", "../..", "eJxjYGBgAAAABAAB", "ünï", "2f1c8a3e-0000-4000-8000-000000000000"})
    void isNothingElse(String text) {
        assertThat(RunId.decode(text)).isEmpty();
    }

    @Test
    void isNoIdOnceItIsCutOrChanged() {
        String id = new RunId("shop", "hash", Course.FORWARDS, THEN, 3, steps(3)).encode();

        assertThat(RunId.decode(id.substring(0, id.length() / 2))).isEmpty();
        assertThat(RunId.decode(id + "A".repeat(1_500))).isEmpty();
    }

    private static List<PlannedStep> steps(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new PlannedStep(
                        i % 2 == 0 ? Direction.FORWARDS : Direction.BACKWARDS,
                        new MigrationRef("shop", new MigrationId("m" + i * 7919))))
                .toList();
    }
}
