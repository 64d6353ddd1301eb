package dev.palindrome.examples.roundtrips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example pack, on every database: wherever one stops, the way back leads through the same points as the way there. */
class RoundTripTest {
    @TempDir
    Path folder;

    static Stream<Arguments> everywhere() {
        return Stream.of(new Pack("music", 13), new Pack("geo", 3), new Pack("shop", 6))
                .flatMap(pack -> Arrays.stream(Server.values()).map(server -> Arguments.of(pack, server)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("everywhere")
    void each_step_back_restores_the_catalogue_and_all_rows(Pack pack, Server server) {
        try (Trip trip = new Trip(pack, server, folder)) {
            List<Snapshot> points = new ArrayList<>(List.of(trip.snapshot()));
            for (String id : trip.ids) {
                assertThat(moved(trip.engine.forwards(pack.app, "1"))).containsExactly(id);
                points.add(trip.snapshot());
            }
            for (int left = pack.size - 1; left >= 0; left--) {
                assertThat(moved(trip.engine.backwards(pack.app))).containsExactly(trip.ids.get(left));
                trip.assertIsAt(points.get(left));
            }
            for (int done = 1; done <= pack.size; done++) {
                moved(trip.engine.forwards(pack.app, "1"));
                trip.assertIsAt(points.get(done));
            }
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("everywhere")
    void all_at_once_leads_to_the_same_points(Pack pack, Server server) {
        try (Trip trip = new Trip(pack, server, folder)) {
            Snapshot start = trip.snapshot();
            trip.ids.forEach(id -> moved(trip.engine.forwards(pack.app, "1")));
            Snapshot end = trip.snapshot();

            assertThat(moved(trip.engine.backwards(pack.app, "all"))).hasSize(pack.size);
            trip.assertIsAt(start);
            assertThat(moved(trip.engine.forwards(pack.app))).isEqualTo(trip.ids);
            trip.assertIsAt(end);
            assertThat(trip.engine.check(pack.app)).allMatch(MigrationStatus::hasRan);
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("everywhere")
    void an_id_in_the_middle_is_reached_from_both_sides(Pack pack, Server server) {
        try (Trip trip = new Trip(pack, server, folder)) {
            int middle = pack.size / 2;
            String before = trip.ids.get(middle - 1);
            String id = trip.ids.get(middle);

            assertThat(moved(trip.engine.forwards(pack.app, before))).isEqualTo(trip.ids.subList(0, middle));
            Snapshot point = trip.snapshot();
            moved(trip.engine.forwards(pack.app));
            assertThat(moved(trip.engine.backwards(pack.app, id)))
                    .hasSize(pack.size - middle)
                    .endsWith(id);
            trip.assertIsAt(point);
        }
    }

    private static List<String> moved(MigrationResult result) {
        assertThat(result.success()).as(result.message()).isTrue();
        assertThat(result.problems()).isEmpty();
        return result.steps().stream().map(step -> step.migrationId()).toList();
    }

    private record Pack(String app, int size) {
        @Override
        public String toString() {
            return app;
        }
    }

    /** An engine on a new database on which everything has run that the pack depends on. */
    private static final class Trip implements AutoCloseable {
        final Palindrome engine;
        final List<String> ids;
        private final Server server;
        private final String url;

        Trip(Pack pack, Server server, Path folder) {
            this.server = server;
            this.url = server.newDatabase(folder);
            this.engine = Examples.on(url);
            this.ids = engine.check(pack.app).stream()
                    .map(MigrationStatus::migrationId)
                    .toList();
            assertThat(ids).hasSize(pack.size);
            engine.apps().stream()
                    .filter(app -> app.name().equals(pack.app))
                    .flatMap(app -> app.dependsOn().stream())
                    .forEach(dependency -> moved(engine.forwards(dependency)));
        }

        Snapshot snapshot() {
            return Snapshot.of(server, url);
        }

        void assertIsAt(Snapshot point) {
            Snapshot now = snapshot();
            assertThat(now.catalogue()).containsExactlyElementsOf(point.catalogue());
            assertThat(now.rows()).containsExactlyElementsOf(point.rows());
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
