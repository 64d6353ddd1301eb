package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.spi.Direction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five processes of twenty threads each, and each thread with an engine and sessions of its own: what keeps them apart is what the
 * database or the operating system has, not what threads of one process have in common. H2 is on a server.
 */
@Tag("torture")
class HundredRunnersTest {
    private static final int PROCESSES = 5;
    private static final int RUNNERS = 100;

    @TempDir
    private Path folder;

    @AfterAll
    static void closeServers() {
        OwnServers.close();
    }

    @OnEachDatabase
    void started_at_once_they_end_with_each_migration_run_once(DatabaseKind kind) {
        Round round = Round.at(OwnServers.shared(kind, folder), kind, Direction.FORWARDS, 1, folder);
        List<Crowd> crowds = new ArrayList<>();
        List<String> results = new ArrayList<>();
        try {
            for (int i = 1; i <= PROCESSES; i++) {
                crowds.add(Crowd.start(
                        RUNNERS / PROCESSES,
                        round.database().url(),
                        Cargo.APP,
                        round.bench().app(Cargo.APP).folder(),
                        folder.resolve("crowd" + i)));
            }
            crowds.forEach(Crowd::awaitReady);
            crowds.forEach(Crowd::go);
            crowds.forEach(crowd -> results.addAll(crowd.results()));
        } finally {
            crowds.forEach(Crowd::close);
        }

        assertThat(results).hasSize(RUNNERS).allMatch(result -> result.startsWith("result true "));
        assertThat(results.stream().mapToInt(HundredRunnersTest::steps).sum()).isEqualTo(Cargo.migrations());
        results.forEach(round::noteEnd);
        round.awaitQuiet();
        Invariants.hold(round);
    }

    private static int steps(String result) {
        return Integer.parseInt(result.split(" ")[2]);
    }
}
