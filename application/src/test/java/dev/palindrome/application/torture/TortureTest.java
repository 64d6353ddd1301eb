package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few rounds of everything; {@code mvn -P torture} makes it minutes or hours. See docs/torture.md. */
@Tag("torture")
class TortureTest {
    private static final Extent EXTENT = Extent.configured();
    private static final List<Trial> TRIALS = Trial.all(EXTENT.only());
    private static final StringBuilder SUMMARY = new StringBuilder();

    @TempDir
    private Path folder;

    static List<Trial> trials() {
        return TRIALS;
    }

    @AfterAll
    static void summary() {
        OwnServers.close();
        Scenario.impossible()
                .forEach(line -> SUMMARY.append("torture: ").append(line).append('\n'));
        System.out.print(SUMMARY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trials")
    void runs_survive(Trial trial) {
        int all = TRIALS.stream().mapToInt(Trial::weight).sum();
        String line = trial.run(EXTENT, EXTENT.part(trial.weight(), all), folder);
        SUMMARY.append(line).append('\n');
        assertThat(line).contains("survived");
    }
}
