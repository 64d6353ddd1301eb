package dev.palindrome.examples.roundtrips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shop depends on geo, as its pack.yaml says. */
class DependenciesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void the_shop_brings_geo(Server server) {
        try (Palindrome engine = Examples.on(server.newDatabase(folder))) {
            MigrationResult result = engine.forwards("shop");

            assertThat(result.success()).as(result.message()).isTrue();
            assertThat(refs(result))
                    .containsExactly(
                            "geo:1",
                            "geo:2",
                            "geo:3",
                            "shop:0001",
                            "shop:0002",
                            "shop:0003",
                            "shop:0004",
                            "shop:0005",
                            "shop:0006");
        }
    }

    @ParameterizedTest
    @EnumSource
    void geo_stays_while_the_shop_needs_it(Server server) {
        String url = server.newDatabase(folder);
        try (Palindrome engine = Examples.on(url)) {
            assertThat(engine.forwards("shop", "0002").success()).isTrue();
            Snapshot before = Snapshot.of(server, url);

            MigrationResult refused = engine.backwards("geo");

            assertThat(refused.success()).isFalse();
            assertThat(refused.problems())
                    .extracting(Problem::message)
                    .anyMatch(message ->
                            message.equals("2 migrations, from 'shop:0001' on, ran after 'geo:3' and depend on it."
                                    + " Reverse that first: palindrome backwards shop 0001"));
            assertThat(Snapshot.of(server, url)).isEqualTo(before);

            assertThat(engine.backwards("shop", "all").success()).isTrue();
            assertThat(engine.backwards("geo", "all").success()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void all_apps_go_forwards_in_the_order_of_their_dependencies_and_backwards_in_the_reverse(Server server) {
        String url = server.newDatabase(folder);
        try (Palindrome engine = Examples.on(url)) {
            Snapshot empty = Snapshot.of(server, url);

            MigrationResult forwards = engine.forwards("all");
            MigrationResult backwards = engine.backwards("all", "all");

            assertThat(forwards.success()).as(forwards.message()).isTrue();
            assertThat(refs(forwards)).hasSize(13 + 3 + 6).containsSubsequence("geo:3", "shop:0001");
            assertThat(backwards.success()).as(backwards.message()).isTrue();
            assertThat(refs(backwards)).hasSize(13 + 3 + 6).containsSubsequence("shop:0001", "geo:3");
            assertThat(Snapshot.of(server, url)).isEqualTo(empty);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_preview_of_everything_changes_nothing(Server server) {
        String url = server.newDatabase(folder);
        try (Palindrome engine = Examples.on(url)) {
            MigrationResult forwards = engine.forwards(ForwardsRequest.of("all").preview(true));
            assertThat(forwards.success()).as(forwards.message()).isTrue();
            assertThat(forwards.steps()).hasSize(13 + 3 + 6);
            assertThat(forwards.steps().stream().flatMap(step -> step.statements().stream()))
                    .contains("-- Java code: VenueCities.split");
            assertThat(Snapshot.of(server, url).catalogue()).noneMatch(line -> line.startsWith("table"));

            assertThat(engine.forwards("all").success()).isTrue();
            Snapshot before = Snapshot.of(server, url);
            MigrationResult backwards = engine.backwards(
                    BackwardsRequest.of("all").migrationId("all").preview(true));
            assertThat(backwards.steps()).hasSize(13 + 3 + 6);
            assertThat(Snapshot.of(server, url)).isEqualTo(before);
        }
    }

    private static List<String> refs(MigrationResult result) {
        return result.steps().stream()
                .map(step -> step.appName() + ":" + step.migrationId())
                .toList();
    }
}
