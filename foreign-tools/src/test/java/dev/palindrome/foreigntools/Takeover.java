package dev.palindrome.foreigntools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.spi.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Palindrome takes over from a tool. Each call starts the engine anew, as a command would. */
final class Takeover {
    private static final Terms AGREED = Terms.ASK.withAutoAgree(true);

    private final Instant began = Instant.now();
    private final LiveDatabase database;
    private final String app;
    private final Path folder;
    private final String tool;
    private final List<String> tables;
    private List<String> left = List.of();

    /**
     * A takeover that is to come.
     *
     * @param folder the tool's migrations, of which an app is made
     * @param tables where the tool keeps its history
     */
    Takeover(LiveDatabase database, String app, Path folder, String tool, String... tables) {
        this.database = database;
        this.app = app;
        this.folder = folder;
        this.tool = tool;
        this.tables = List.of(tables);
    }

    /** Adopts what the tool has run: shown when the tool is named, done when it is recognised, and nothing is left to do then. */
    MigrationResult adopts(int migrations) {
        left = tables();
        String count = migrations + (migrations == 1 ? " migration " : " migrations ");
        MigrationResult shown = adopt(Optional.of(tool), AGREED.withPreview(true));
        assertThat(shown.success()).as(all(shown)).isTrue();
        assertThat(shown.message()).as(all(shown)).isEqualTo(count + "would be adopted");
        assertThat(database.tables()).doesNotContain("palindrome_history");

        MigrationResult adopted = adopt(Optional.empty(), AGREED);

        assertThat(adopted.success()).as(all(adopted)).isTrue();
        assertThat(adopted.message()).as(all(adopted)).isEqualTo(count + "adopted");
        List<MigrationStatus> ran =
                check().stream().filter(MigrationStatus::hasRan).toList();
        assertThat(ran)
                .hasSize(migrations)
                .allSatisfy(status -> assertThat(status.run().orElseThrow().ranOn())
                        .isBetween(began.minusSeconds(2), Instant.now().plusSeconds(2)));
        for (Optional<String> named : List.of(Optional.of(tool), Optional.<String>empty())) {
            MigrationResult again = adopt(named, AGREED);
            assertThat(again.success()).isTrue();
            assertThat(again.message())
                    .isEqualTo("Nothing to adopt: the history already has all that " + tool + " has run.");
        }
        return adopted;
    }

    /** Refuses to adopt, with an error of that code, and leaves no trace. */
    void refuses(String code, String... words) {
        MigrationResult refused = adopt(Optional.of(tool), AGREED);
        assertThat(refused.success()).isFalse();
        assertThat(refused.problems())
                .as(all(refused))
                .filteredOn(Problem::isError)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code().path()).isEqualTo(code);
                    assertThat(problem.message()).contains(words);
                });
        assertThat(database.tables()).doesNotContain("palindrome_history");
    }

    /** Reverses the most recent migration. */
    void backwards(String message) {
        done(with(engine -> engine.backwards(app)), message);
    }

    /** Reverses as far as that. */
    void backwards(String target, String message) {
        done(with(engine -> engine.backwards(app, target)), message);
    }

    /** Reverses all, after which there is what the tool keeps its history in, and nothing else; that is what it was. */
    void backwardsToNothing(String message) {
        backwards("all", message);
        assertThat(database.tables())
                .filteredOn(name -> !name.startsWith("palindrome_"))
                .containsExactlyElementsOf(tables);
        hasLeftTheToolAlone();
    }

    /** Runs what is pending. */
    void forwards(String message) {
        done(with(engine -> engine.forwards(app)), message);
    }

    private static void done(MigrationResult result, String message) {
        assertThat(result.success()).as(all(result)).isTrue();
        assertThat(result.message()).as(all(result)).isEqualTo(message);
    }

    /** {@return how each migration stands, as {@code id STATUS}} */
    List<String> statuses() {
        return check().stream()
                .map(status -> status.migrationId() + " " + status.status())
                .toList();
    }

    List<MigrationStatus> check() {
        return with(engine -> engine.check(app));
    }

    /** Makes sure that the tool's own tables are what they were before anything was adopted. */
    void hasLeftTheToolAlone() {
        assertThat(left).isNotEmpty();
        assertThat(tables()).isEqualTo(left);
    }

    private List<String> tables() {
        List<String> lines = new ArrayList<>();
        tables.forEach(table -> lines.addAll(database.asItStands(table)));
        return lines;
    }

    MigrationResult adopt(Optional<String> from, Terms terms) {
        return with(engine -> engine.adopt(app, from, terms));
    }

    private <T> T with(Function<Palindrome, T> use) {
        try (Palindrome engine =
                Palindrome.on(database.url()).folder(app, folder).build()) {
            return use.apply(engine);
        }
    }

    private static String all(MigrationResult result) {
        return result.message() + "\n" + result.problems();
    }
}
