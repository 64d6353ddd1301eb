package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.Configuration;
import dev.palindrome.application.configuration.PackSource;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.spi.MigrationFormat.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Promise 6: new and clean")
class NewAndCleanTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:15:00.123456Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void new_writes_a_file_whose_id_is_the_clock_to_the_microsecond() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        TestPack shop = bench.app("shop");

        MigrationResult result = newMigration(bench, "add \"e-mail\" to ä customer");

        assertThat(result.success()).isTrue();
        assertThat(shop.files())
                .singleElement()
                .asString()
                .startsWith("2026-11-22T10-15-00-123456__")
                .endsWith(".sql");
        assertThat(result.message()).contains(shop.files().get(0));
        shop.file(shop.files().get(0), text(shop).replace("-- Write here, in SQL", "CREATE TABLE a (id int); --"));
        assertThat(bench.check("shop").get(0).migrationId()).isEqualTo("2026-11-22T10-15-00-123456");
        assertThat(bench.check("shop").get(0).description()).isEqualTo("add \"e-mail\" to ä customer");
    }

    @Test
    void new_needs_no_database() {
        TestPack shop = new TestPack(folder.resolve("shop"));
        try (Palindrome engine =
                Palindrome.on(Configuration.EMPTY).folder("shop", shop.folder()).build()) {
            assertThat(engine.newMigration("shop", "first").success()).isTrue();
        }
        assertThat(shop.files()).hasSize(1);
    }

    @Test
    void new_writes_in_the_format_of_the_folder_which_stays_in_one() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        TestPack shop = bench.app("shop")
                .file("000001_a.up.sql", "CREATE TABLE a (id int);")
                .file("000001_a.down.sql", "DROP TABLE a;");

        assertThat(newMigration(bench, "add e-mail").success()).isTrue();

        assertThat(shop.files())
                .containsExactly(
                        "000001_a.down.sql",
                        "000001_a.up.sql",
                        "20261122101500_add_e-mail.down.sql",
                        "20261122101500_add_e-mail.up.sql");
        shop.file("20261122101500_add_e-mail.up.sql", "CREATE TABLE b (id int);");
        assertThat(bench.check("shop")).extracting(MigrationStatus::migrationId).containsExactly("1", "20261122101500");
    }

    @ParameterizedTest
    @CsvSource({"0001__a.sql, golang-migrate", "0001_a.up.sql, palindrome"})
    void new_leaves_no_folder_in_two_formats(String file, String format) {
        TestPack shop = new TestPack(folder.resolve("shop")).file(file, "CREATE TABLE a (id int);");
        Configuration forced = Configuration.EMPTY.plusPacks(
                List.of(new PackSource(Optional.of("shop"), shop.folder(), Optional.of(format))));

        try (Palindrome engine = Palindrome.on(forced).build()) {
            MigrationResult result = engine.newMigration("shop", "add e-mail");

            assertThat(result.success()).isFalse();
            assertThat(result.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(Codes.NEW_FORMAT);
                assertThat(problem.message()).contains(shop.folder().toString(), "golang-migrate", "palindrome");
            });
        }
        assertThat(shop.files()).containsExactly(file);
    }

    @Test
    void new_begins_an_empty_folder_in_the_format_that_is_asked_for() {
        TestPack shop = new TestPack(folder.resolve("shop"));
        Configuration forced = Configuration.EMPTY.plusPacks(
                List.of(new PackSource(Optional.of("shop"), shop.folder(), Optional.of("golang-migrate"))));

        try (Palindrome engine = Palindrome.on(forced).build()) {
            assertThat(engine.newMigration("shop", "first").success()).isTrue();
        }

        assertThat(shop.files()).hasSize(2).allMatch(name -> name.matches("\\d{14}_first\\.(up|down)\\.sql"));
    }

    @Test
    void new_in_yaml_puts_the_schema_beside_it_unless_there_is_one() throws IOException {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        TestPack shop = bench.app("shop");
        MigrationResult first = newInYaml(bench, "first");
        Path schema = shop.folder().resolve("migration.schema.json");
        assertThat(first.message()).contains("__first.yaml and ", "migration.schema.json");
        assertThat(Files.readString(schema)).contains("createTable");
        Files.writeString(schema, "{}");

        MigrationResult second = newInYaml(bench, "second");

        assertThat(second.message()).contains("__second.yaml").doesNotContain("schema");
        assertThat(schema).hasContent("{}");
    }

    @Test
    void new_in_yaml_is_refused_where_a_folder_is_anothers() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        TestPack shop = bench.app("shop").file("1_a.up.sql", "CREATE TABLE a (id int);");
        MigrationResult result = newInYaml(bench, "first");
        assertThat(result.success()).isFalse();
        assertThat(result.message())
                .contains("can't be written in YAML: its folder has the format 'golang-migrate'. Write it in SQL.");
        assertThat(shop.files()).hasSize(1);
    }

    @Test
    void new_says_what_is_wrong_with_a_folder_of_an_unknown_format() {
        PackSource source = new PackSource(Optional.of("shop"), folder, Optional.of("toml"));
        try (Palindrome engine =
                Palindrome.on(Configuration.EMPTY.plusPacks(List.of(source))).build()) {
            MigrationResult result = engine.newMigration("shop", "first");
            assertThat(result.success()).isFalse();
            assertThat(result.message())
                    .contains("There is no format 'toml'. There is: ")
                    .doesNotContain("jar");
        }
    }

    @Test
    void new_overwrites_nothing() throws IOException {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        assertThat(newMigration(bench, "first").success()).isTrue();
        Path file = bench.app("shop").folder().resolve(bench.app("shop").files().get(0));
        Files.writeString(file, "-- forwards\nCREATE TABLE mine (id int);\n");

        MigrationResult again = newMigration(bench, "first");

        assertThat(again.success()).isFalse();
        assertThat(again.message()).contains(file.getFileName().toString());
        assertThat(Files.readString(file)).contains("CREATE TABLE mine");
    }

    @Test
    void a_new_file_that_nobody_has_filled_in_does_not_run() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        assertThat(newMigration(bench, "first").success()).isTrue();

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("has no SQL to go forwards with");
        assertThat(bench.database().history()).isEmpty();
    }

    @OnEachDatabase
    void clean_asks_then_removes_the_entries_whose_migration_is_gone_and_only_those(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("0001", "a").table("0002", "b");
        bench.app("bank").table("0002", "account");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.forwards("bank", "all").success()).isTrue();
        shop.delete("0002__test.sql");
        List<String> questions = new ArrayList<>();

        MigrationResult result = bench.with(
                builder -> builder.module(Workbench.asking(questions::add)), engine -> engine.clean("all", Terms.ASK));

        assertThat(result.success()).isTrue();
        assertThat(questions).singleElement().asString().contains("shop:0002").doesNotContain("bank", "0001");
        assertThat(bench.database().history()).containsExactly("shop:0001", "bank:0002");
        assertThat(bench.database().tables())
                .describedAs("what those migrations did stays")
                .containsExactly("a", "account", "b");
    }

    @OnEachDatabase
    void clean_removes_nothing_without_a_yes(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("0001", "a").table("0002", "b");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        shop.delete("0001__test.sql");

        assertThat(bench.clean("shop", Terms.ASK).success()).isFalse();

        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0002");
    }

    @OnEachDatabase
    void clean_with_nothing_to_remove_is_a_success_that_says_so(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        MigrationResult result = bench.clean("shop", Terms.ASK);

        assertThat(result.success()).isTrue();
        assertThat(result.message()).startsWith("Nothing to clean");
    }

    @OnEachDatabase
    void clean_takes_a_file_that_cannot_be_read_for_no_file_that_is_gone(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("0001", "a").table("0002", "b");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        shop.file("0002__test.sql", "-- forwards\n-- forwards\nCREATE TABLE b (id int);\n");

        MigrationResult result = bench.clean("shop", Terms.ASK.withAutoAgree(true));

        assertThat(result.success()).isFalse();
        assertThat(bench.database().history()).hasSize(2);
    }

    private static String text(TestPack pack) {
        try {
            return Files.readString(pack.folder().resolve(pack.files().get(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MigrationResult newInYaml(Workbench bench, String description) {
        return bench.with(
                builder -> builder.folder("shop", bench.app("shop").folder()).module(Workbench.at(CLOCK)),
                engine -> engine.newMigration("shop", description, Language.YAML));
    }

    private static MigrationResult newMigration(Workbench bench, String description) {
        return bench.with(
                builder -> builder.folder("shop", bench.app("shop").folder()).module(Workbench.at(CLOCK)),
                engine -> engine.newMigration("shop", description));
    }
}
