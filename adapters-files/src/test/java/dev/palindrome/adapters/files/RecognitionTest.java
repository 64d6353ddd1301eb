package dev.palindrome.adapters.files;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.palindrome.adapters.files.flyway.FlywayFormat;
import dev.palindrome.adapters.files.source.FolderFiles;
import dev.palindrome.spi.MigrationFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {
    private final List<MigrationFormat> formats = ServiceLoader.load(MigrationFormat.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    @TempDir
    Path path;

    /** Which formats recognise a folder of empty files. */
    private List<String> recognisedBy(String... fileNames) {
        TestFolder folder = new TestFolder(path);
        for (String fileName : fileNames) {
            folder.file(fileName, "");
        }
        return recognisedBy(folder);
    }

    private List<String> recognisedBy(TestFolder folder) {
        return formats.stream()
                .filter(format -> format.recognises(folder.listed()))
                .map(MigrationFormat::name)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001__a.sql",
                "0001_x__a.SQL",
                "2026-11-22T10-15-00-000000__a.sql",
                "2026-11-22T10-15-00-000000.sql",
                "1.forwards.sql",
                "1__a.backwards.sql",
                "version__a.sql",
                "0001__a.yaml",
                "2026-11-22T10-15-00-000000.YML"
            })
    void ours_are_known_by_low_lines_or_clock_or_half(String fileName) {
        assertThat(recognisedBy("README.md", fileName, "pack.yaml")).containsExactly("palindrome");
    }

    @Test
    void links_that_lead_back_to_a_folder_on_the_way_are_not_followed() throws IOException {
        TestFolder folder =
                new TestFolder(path.resolve("db")).file("a/README.md", "").file("../beside/V1__a.sql", "A;");
        Files.createSymbolicLink(path.resolve("db/a/self"), path.resolve("db/a"));
        Files.createSymbolicLink(path.resolve("db/a/root"), Path.of(".."));
        Files.createSymbolicLink(path.resolve("db/a/above"), path);
        Files.createSymbolicLink(path.resolve("db/b"), path.resolve("beside"));
        Files.createSymbolicLink(path.resolve("beside/back"), path.resolve("db"));
        assertThat(assertTimeoutPreemptively(ofSeconds(20), () -> recognisedBy(folder)))
                .as("other links are")
                .containsExactly("flyway");
        for (MigrationFormat format : formats) {
            assertTimeoutPreemptively(ofSeconds(20), () -> folder.read(format));
        }
        assertThat(TestFolder.ids(folder.read(new FlywayFormat()))).containsExactly("1");
        assertThat(new FolderFiles(folder.listed()).under("")).containsExactly("a/README.md", "b/V1__a.sql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_a.up.sql", "1_a.down.sql", "1__a.up.sql", "001_a__b.down.sql", "1_a.up.json"})
    void pairs_of_golang_migrate_are_never_ours(String fileName) {
        assertThat(recognisedBy("README.md", fileName)).containsExactly("golang-migrate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema.sql",
                "00001_goose.sql",
                "1.sql",
                "__a.sql",
                "0001_goose.yaml",
                "V1__flyway.yml",
                "db.changelog-master.yaml",
                "1.forwards.yaml",
                "0001__a.py",
                "x__a.down.sql"
            })
    void other_folders_are_left_to_others(String fileName) {
        assertThat(recognisedBy("README.md", fileName)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gift vouchers", "1_a.up.sql", "1__a.forwards.sql"})
    void a_draft_is_known_by_its_own_format_and_no_other(String description) {
        List<MigrationFormat> drafting = formats.stream()
                .filter(format -> !format.name().equals("sqitch")) // which writes into its plan
                .toList();
        assertThat(drafting).hasSize(formats.size() - 1);
        for (MigrationFormat format : drafting) {
            TestFolder folder = new TestFolder(path.resolve(format.name()));
            Drafted.by(format, Instant.EPOCH, description).forEach(folder::file);
            assertThat(recognisedBy(folder)).containsExactly(format.name());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- +goose Up\nA;\n",
                "-- migrate:up\nA;\n",
                "# --- !Ups\nA;\n",
                "-- //@UNDO\nA;\n",
                "--liquibase formatted sql\n--changeset a:1\nA;\n"
            })
    void a_file_with_anothers_markers_is_not_ours_by_its_name(String text) {
        assertThat(new PalindromeFormat()
                        .recognises(
                                new TestFolder(path).file("0001__a.sql", text).listed()))
                .isFalse();
        assertThat(new PalindromeFormat()
                        .recognises(new TestFolder(path)
                                .file("0001__a.sql", "-- forwards\n" + text)
                                .listed()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "goose, 00001_a.sql, -- +goose Up",
        "goose, 00001__a.sql, --+goose up",
        "dbmate, 00001_a.sql, -- migrate:up",
        "dbmate, 00001__a.sql, --migrate:up transaction:false",
        "play, 1.sql, # --- !Ups",
        "play, 01.sql, -- !Ups",
        "liquibase, 0001__a.sql, --liquibase formatted sql",
        "liquibase, 1_a.sql, '  -- Liquibase Formatted SQL logicalFilePath:a'",
    })
    void names_that_several_tools_use_are_known_by_what_stands_in_the_file(
            String format, String fileName, String line) {
        assertThat(recognisedBy(new TestFolder(path).file("0.sql", "A;\n").file(fileName, line + "\n-- a\nA;\n")))
                .containsExactly(format);
    }

    @Test
    void folders_with_an_up_are_diesels() {
        TestFolder folder = new TestFolder(path).file("2026-11-22-101500_a/down.sql", "A;");
        assertThat(recognisedBy(folder)).isEmpty();
        assertThat(recognisedBy(folder.file("2026-11-22-101600_b/up.sql", "A;")))
                .containsExactly("diesel");
        assertThat(recognisedBy(folder.file("1_a.up.sql", "A;"))).containsExactlyInAnyOrder("golang-migrate", "diesel");
    }

    @Test
    void a_plan_is_sqitchs_and_a_changelog_with_formatted_sql_below_it_liquibases() {
        assertThat(recognisedBy("sqitch.plan", "sqitch.conf")).containsExactly("sqitch");
        TestFolder folder = new TestFolder(path.resolve("db"))
                .file("root.yaml", "databaseChangeLog: []")
                .file("changes/a.sql", "A;");
        assertThat(recognisedBy(folder)).isEmpty();
        assertThat(recognisedBy(folder.file("changes/b.sql", "--liquibase formatted sql\n")))
                .containsExactly("liquibase");
    }

    @Test
    void a_file_that_cant_be_read_is_nobodys_but_by_its_name() {
        byte[] latin1 = {'A', (byte) 0xe9, ';'};
        assertThat(recognisedBy(new TestFolder(path).file("1_a.sql", latin1))).isEmpty();
    }

    @Test
    void an_empty_folder_is_nobodys() {
        assertThat(recognisedBy()).isEmpty();
        assertThat(recognisedBy("pack.yaml")).isEmpty();
    }

    @Test
    void a_mixed_folder_is_left_to_the_user() {
        assertThat(recognisedBy("1__a.sql", "2_b.up.sql")).containsExactly("palindrome", "golang-migrate");
    }

    @ParameterizedTest
    @CsvSource({
        "flyway, V1__a.sql, CREATE TABLE a (id int);",
        "flyway, V1.sql, CREATE TABLE a (id int);",
        "flyway, V1.2_3__a.sql, CREATE TABLE a (id int);",
        "flyway, more/V20261122101500__a.sql, CREATE TABLE a (id int);",
        "flyway, R__a.sql, -- forwards",
        "flyway, B1__a.sql, -- +goose Up",
        "flyway, U1__a.sql, -- //@UNDO",
        "flyway, V1__a.up.sql, -- migrate:up",
        "mybatis, 20261122101500_a.sql, -- //@UNDO",
        "mybatis, 001__a.sql, -- //@UNDO",
        "mybatis, 1_a.sql, -- // title",
        "mybatis, 1_a.sql, // //@UNDO",
        "mybatis, 1_a.sql, //@UNDO",
    })
    void names_of_flyway_and_texts_of_mybatis_are_nobody_elses(String format, String fileName, String line) {
        assertThat(recognisedBy(new TestFolder(path).file(fileName, line + "\n")))
                .containsExactly(format);
    }

    @Test
    void what_lies_beside_migrations_of_flyway_is_flyways_too() {
        assertThat(recognisedBy("V1__a.sql", "R__v.sql", "U__v.sql", "afterMigrate__grants.sql", "createSchema__a.sql"))
                .containsExactly("flyway");
    }

    @Test
    void a_folder_with_sql_of_its_own_is_not_known_by_what_lies_beneath() {
        assertThat(recognisedBy("0001__a.sql", "old/V1__a.sql")).containsExactly("palindrome");
    }
}
