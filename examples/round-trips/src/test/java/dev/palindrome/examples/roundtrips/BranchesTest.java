package dev.palindrome.examples.roundtrips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two branches of the crew: one has dropped the sailors' ship, the other, made before that, has given ships a harbour. Whoever
 * switches says {@code sync}.
 */
class BranchesTest {
    private static final Path CREW =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("crew");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Server.class)
    void sync_leads_from_one_branch_to_the_other_and_back(Server server) throws IOException {
        String url = server.newDatabase(folder);
        Path theirs = branch("theirs", "0001", "0002", "0003", "0004");
        Path ours = branch("ours", "0001", "0002", "0003");
        Files.writeString(ours.resolve("0005__harbours.yaml"), """
                operations:
                  - createTable:
                      table: harbour
                      columns:
                        - {name: id, type: integer, primaryKey: true}
                  - addColumn: {table: ship, column: {name: harbour, type: integer, references: {table: harbour, column: id}}}
                  - createIndex: {table: ship, columns: [harbour]}
                """);

        assertThat(synced(url, theirs))
                .containsExactly("forwards 0001", "forwards 0002", "forwards 0003", "forwards 0004");
        List<SchemaObject> onTheirs = catalogue(url);
        List<String> common = common(url);

        assertThat(synced(url, ours)).containsExactly("backwards 0004", "forwards 0005");
        List<SchemaObject> onOurs = catalogue(url);
        assertThat(common(url)).isEqualTo(common);

        assertThat(synced(url, theirs)).containsExactly("backwards 0005", "forwards 0004");
        assertThat(catalogue(url)).isEqualTo(onTheirs);
        assertThat(common(url)).isEqualTo(common);

        assertThat(synced(url, ours)).containsExactly("backwards 0004", "forwards 0005");
        assertThat(catalogue(url)).isEqualTo(onOurs);
        assertThat(synced(url, ours)).isEmpty();
        assertThat(common(url)).isEqualTo(common);
    }

    /** A checkout that has those of the crew's migrations. */
    private Path branch(String name, String... ids) throws IOException {
        Path branch = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(CREW)) {
            for (Path file : files.toList()) {
                if (Stream.of(ids).anyMatch(file.getFileName().toString()::startsWith)) {
                    Files.copy(file, branch.resolve(file.getFileName()));
                }
            }
        }
        return branch;
    }

    private static List<String> synced(String url, Path branch) {
        try (Palindrome palindrome = Palindrome.on(url).folder("crew", branch).build()) {
            MigrationResult result = palindrome.sync("crew", Terms.ASK.withAutoAgree(true));
            assertThat(result.success()).as(result.message()).isTrue();
            return result.steps().stream()
                    .map(step -> step.direction().word() + " " + step.migrationId())
                    .toList();
        }
    }

    private static List<SchemaObject> catalogue(String url) {
        try (Palindrome palindrome = Palindrome.on(url).build();
                Session session = palindrome.workspace().database().openSession()) {
            return palindrome.workspace().database().inspector().all(session);
        }
    }

    /** The rows of what both branches have. */
    private static List<String> common(String url) {
        try (Palindrome palindrome = Palindrome.on(url).build();
                Session session = palindrome.workspace().database().openSession()) {
            return Stream.of(
                            "SELECT id, name, tonnage FROM ship ORDER BY id",
                            "SELECT id, name, post FROM sailor ORDER BY id")
                    .flatMap(query -> session.query(query).stream())
                    .map(Object::toString)
                    .toList();
        }
    }
}
