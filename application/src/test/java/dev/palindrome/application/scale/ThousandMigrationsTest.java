package dev.palindrome.application.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnSharedDatabases;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.domain.ForwardsRequest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Measured by {@link Measurement} over a longer time; here, so that a slowness by an order of magnitude can't come in. */
class ThousandMigrationsTest {
    private static final int COUNT = 1_000;
    private static final double AT_MOST = 1.5;
    private static final int MOST_ROUNDS = 4;

    @TempDir
    private Path folder;

    @OnSharedDatabases
    void cost_at_most_half_as_much_again_as_by_plain_jdbc(DatabaseKind kind) throws SQLException {
        ManyMigrations migrations = new ManyMigrations(COUNT, folder.resolve("many"));
        new ManyMigrations(20, folder.resolve("few")).byEngine(fresh(kind, "warm-up"));
        Duration byHand = Duration.ofDays(1);
        Duration byEngine = Duration.ofDays(1);
        TestDatabase last = null;
        // whatever else the machine does makes a round longer, never shorter
        for (int round = 1; round <= MOST_ROUNDS && (round <= 2 || ratio(byEngine, byHand) >= AT_MOST); round++) {
            byHand = Collections.min(List.of(byHand, migrations.byHand(fresh(kind, "hand" + round))));
            last = fresh(kind, "engine" + round);
            byEngine = Collections.min(List.of(byEngine, migrations.byEngine(last)));
        }

        assertThat(last.tables()).hasSize(COUNT);
        assertThat(last.history()).hasSize(COUNT);
        assertThat(ratio(byEngine, byHand))
                .describedAs("%s: engine %s, plain JDBC %s", kind, byEngine, byHand)
                .isLessThan(AT_MOST);
    }

    @OnSharedDatabases
    void with_nothing_to_do_take_less_than_two_seconds(DatabaseKind kind) {
        ManyMigrations migrations = new ManyMigrations(COUNT, folder.resolve("many"));
        TestDatabase database = fresh(kind, "database");
        try (Palindrome engine = Palindrome.on(database.url())
                .folder("many", migrations.folder())
                .build()) {
            assertThat(engine.forwards(ForwardsRequest.of("many").fake(true)).success())
                    .isTrue();
        }

        Duration first = migrations.byEngine(database);
        Duration second = migrations.byEngine(database);

        assertThat(Collections.min(List.of(first, second))).isLessThan(Duration.ofSeconds(2));
    }

    private static double ratio(Duration engine, Duration plain) {
        return (double) engine.toMillis() / plain.toMillis();
    }

    private TestDatabase fresh(DatabaseKind kind, String name) {
        return kind.fresh(new TestPack(folder.resolve(name)).folder());
    }
}
