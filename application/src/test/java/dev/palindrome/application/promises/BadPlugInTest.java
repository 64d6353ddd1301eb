package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.Configuration;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.TestJar;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.MigrationPack;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Promise 17: a bad plug-in is reported with its jar, and the rest still load")
class BadPlugInTest {
    private static final String GOOD = "public String appName() { return \"good\"; }\n"
            + "public List<Migration> migrations() { return List.of(Migration.id(\"1\")"
            + ".forwards(\"CREATE TABLE a (id int)\").backwards(\"DROP TABLE a\").build()); }";

    @TempDir
    private Path folder;

    private TestDatabase database;

    @BeforeEach
    void makeAGoodPack() throws Exception {
        Files.createDirectory(folder.resolve("plug-ins"));
        TestJar.provider(folder.resolve("plug-ins/good.jar"), MigrationPack.class, "GoodPack", GOOD);
        database = DatabaseKind.SQLITE.fresh(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static { if (true) throw new IllegalStateException(\"boom\"); }\n" + NOTHING,
                "public BadPack() { throw new IllegalStateException(\"boom\"); }\n" + NOTHING,
                "public BadPack() { throw new StackOverflowError(\"boom\"); }\n" + NOTHING,
                "public String appName() { return \"bad\"; }\n"
                        + "public List<Migration> migrations() { throw new NoSuchMethodError(\"boom\"); }",
            })
    void a_pack_that_throws_while_loading(String body) {
        TestJar.provider(folder.resolve("plug-ins/bad.jar"), MigrationPack.class, "BadPack", body);

        try (Palindrome engine = engine()) {
            MigrationResult result = engine.forwards("good");
            assertThat(result.success()).describedAs(result.message()).isTrue();
            assertThat(result.problems())
                    .singleElement()
                    .extracting(Problem::toString)
                    .asString()
                    .contains("[pack/broken]", "bad.jar", "boom");
            assertThat(engine.report("all").problems()).hasSize(1);
        }
        assertThat(database.tables()).containsExactly("a");
    }

    @Test
    void what_such_a_pack_had_is_not_just_called_missing() {
        try (Palindrome engine = engine()) {
            assertThat(engine.forwards("good").success()).isTrue();
        }
        TestJar.provider(
                folder.resolve("plug-ins/good.jar"),
                MigrationPack.class,
                "GoodPack",
                "public GoodPack() { throw new IllegalStateException(\"boom\"); }\n" + NOTHING);

        try (Palindrome engine = engine()) {
            CheckReport report = engine.report("good");
            assertThat(report.statuses()).extracting(MigrationStatus::status).containsExactly(Status.MISSING);
            assertThat(report.problems())
                    .extracting(Problem::toString)
                    .anyMatch(text -> text.startsWith("[pack/broken]"))
                    .anyMatch(text -> text.startsWith("[history/missing] 1 migration of app 'good' ")
                            && text.contains("a pack did not load"));
        }
    }

    static final String NOTHING = "public String appName() { return \"bad\"; }\n"
            + "public List<Migration> migrations() { return List.of(); }";

    @Test
    void a_pack_whose_services_line_names_no_class() throws Exception {
        Path jar = TestJar.provider(folder.resolve("plug-ins/bad.jar"), MigrationPack.class, "BadPack", NOTHING);
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            Files.delete(inside.getPath("BadPack.class"));
        }

        try (Palindrome engine = engine()) {
            assertThat(engine.forwards("good").success()).isTrue();
            assertThat(engine.report("all").problems())
                    .singleElement()
                    .extracting(Problem::toString)
                    .asString()
                    .contains("[pack/broken]", "BadPack");
        }
    }

    @Test
    void a_jar_that_is_no_jar() throws Exception {
        Files.writeString(folder.resolve("plug-ins/torn.jar"), "PK not a zip");

        try (Palindrome engine = engine()) {
            MigrationResult result = engine.forwards("good");
            assertThat(result.success()).describedAs(result.message()).isTrue();
        }
    }

    @Test
    void an_adapter_that_throws_while_loading() {
        TestJar.provider(folder.resolve("plug-ins/bad-adapter.jar"), DatabaseAdapter.class, "BadAdapter", """
                public BadAdapter() { throw new IllegalStateException("boom"); }
                public String name() { return "bad"; }
                public boolean serves(String url) { return false; }
                public Set<Capability> capabilities() { return Set.of(); }
                public Dialect dialect() { return null; }
                public Database connect(DatabaseAddress address) { return null; }
                """);

        try (Palindrome engine = engine()) {
            assertThat(engine.forwards("good").success()).isTrue();
            assertThat(engine.discovery().adapterProblems())
                    .singleElement()
                    .extracting(Problem::toString)
                    .asString()
                    .contains("[adapter/broken]", "bad-adapter.jar", "boom");
        }
    }

    @Test
    void a_reader_of_a_foreign_history_that_throws_while_loading() {
        TestJar.provider(folder.resolve("plug-ins/bad-history.jar"), ForeignHistory.class, "BadHistory", """
                public BadHistory() { throw new IllegalStateException("boom"); }
                public String tool() { return "bad"; }
                public boolean isThere(ForeignTables tables, Pack pack) { return false; }
                public Contents read(ForeignTables tables, Pack pack) { return null; }
                """);

        try (Palindrome engine = engine()) {
            MigrationResult result = engine.adopt("good", Optional.empty(), Terms.ASK);
            assertThat(result.success()).isFalse();
            assertThat(result.problems())
                    .extracting(Problem::toString)
                    .anyMatch(text -> text.contains("bad-history.jar") && text.contains("boom"))
                    .anyMatch(text -> text.startsWith("[adopt/no-history]"));
        }
    }

    @Test
    void two_adapters_for_one_url() {
        TestJar.provider(folder.resolve("plug-ins/rival.jar"), DatabaseAdapter.class, "RivalAdapter", """
                public String name() { return "rival"; }
                public boolean serves(String url) { return url.startsWith("jdbc:sqlite:"); }
                public Set<Capability> capabilities() { return Set.of(); }
                public Dialect dialect() { return null; }
                public Database connect(DatabaseAddress address) { return null; }
                """);

        try (Palindrome engine = engine()) {
            MigrationResult result = engine.forwards("good");
            assertThat(result.success()).isFalse();
            assertThat(result.message()).contains("sqlite in ", "rival in rival.jar");
        }
    }

    @Test
    void two_packs_with_one_app() {
        TestJar.provider(folder.resolve("plug-ins/second.jar"), MigrationPack.class, "SecondPack", GOOD);

        try (Palindrome engine = engine()) {
            MigrationResult result = engine.forwards("good");
            assertThat(result.success()).isFalse();
            assertThat(result.message()).contains("good.jar", "second.jar");
        }
        assertThat(database.allTables()).isEmpty();
    }

    @Test
    void a_folder_of_jars_that_is_not_there() {
        assertThatThrownBy(() -> Palindrome.on(Configuration.EMPTY.plusPluginFolders(List.of(folder.resolve("none"))))
                        .build())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("none");
    }

    private Palindrome engine() {
        return Palindrome.on(Configuration.EMPTY
                        .with(new Configuration.DatabaseSettings(
                                Optional.of(database.url()), Optional.empty(), Optional.empty()))
                        .plusPluginFolders(List.of(folder.resolve("plug-ins"))))
                .build();
    }
}
