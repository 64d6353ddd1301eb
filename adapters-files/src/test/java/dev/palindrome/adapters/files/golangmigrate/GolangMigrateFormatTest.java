package dev.palindrome.adapters.files.golangmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.Drafted;
import dev.palindrome.adapters.files.TestFolder;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GolangMigrateFormatTest {
    private final GolangMigrateFormat format = new GolangMigrateFormat();

    @TempDir
    Path path;

    private TestFolder folder;

    @BeforeEach
    void folder() {
        folder = new TestFolder(path);
    }

    @Test
    void a_pair_is_a_migration() {
        Migration migration = folder.file("000012_add_e-mail.up.sql", "\n-- first\nA;\n\n")
                .file("12_another_title.down.sql", "\r\nB;\r\n")
                .only(format);
        assertThat(migration.id()).hasToString("12");
        assertThat(migration.description()).isEqualTo("add e-mail");
        assertThat(folder.shown(migration.location().toString())).isEqualTo("db/000012_add_e-mail.up.sql:1");
        assertThat(folder.forwards(migration)).isEqualTo("db/000012_add_e-mail.up.sql:1>\n-- first\nA;\n\n");
        assertThat(folder.backwards(migration)).isEqualTo("db/12_another_title.down.sql:1>\r\nB;\r\n");
        assertThat(migration.files())
                .containsExactly(path.resolve("000012_add_e-mail.up.sql"), path.resolve("12_another_title.down.sql"));
        assertThat(migration.isTransactional(Direction.FORWARDS)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1_a.up.sql, 1, a, UP",
        "007_a_b.down.sql, 007, a_b, DOWN",
        "1_.up.sql, 1, '', UP",
        "1_a.up.b.down.sql, 1, a.up.b, DOWN",
        "1_a.down.b.up.sql, 1, a.down.b, UP",
        "1_a.up.down.sql, 1, a.up, DOWN",
        "1_.up.up.sql, 1, .up, UP",
        "1__a.up.sql, 1, _a, UP",
        "1_a.up., 1, a, UP",
        "1_a.up.tar.gz, 1, a, UP",
        "1_a.up.SQL, 1, a, UP",
        "1_größe.up.sql, 1, größe, UP",
    })
    void names_follow_golang_migrates_grammar(String name, String digits, String title, String direction) {
        assertThat(GolangMigrateName.parse(name))
                .hasValue(new GolangMigrateName(name, digits, title, GolangMigrateName.Direction.valueOf(direction)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a_1.up.sql",
                "1.up.sql",
                "1_up.sql",
                "1_a.sql",
                "1_a.UP.sql",
                "1_a.up",
                "_a.up.sql",
                "-1_a.up.sql",
                "1-a.up.sql",
                "١_a.up.sql",
                "",
                "1",
                "1_"
            })
    void other_names_are_none(String name) {
        assertThat(GolangMigrateName.parse(name)).isEmpty();
    }

    @Test
    void versions_are_unsigned_numbers_of_64_bits() {
        Contents contents = folder.file("18446744073709551615_e.up.sql", "A;")
                .file("9223372036854775808_d.up.sql", "A;")
                .file("10_c.up.sql", "A;")
                .file("00000000000000000000000009_b.up.sql", "A;")
                .file("0_a.up.sql", "A;")
                .read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(TestFolder.ids(contents))
                .containsExactly("0", "9", "10", "9223372036854775808", "18446744073709551615");
    }

    @Test
    void a_greater_version_is_an_error() {
        assertThat(folder.file("18446744073709551616_a.up.sql", "A;").problems(format))
                .containsExactly(
                        "ERROR [migration/malformed] The version of '18446744073709551616_a.up.sql' is greater than"
                                + " 18446744073709551615, the greatest number of 64 bits. Rename the file."
                                + " (db/18446744073709551616_a.up.sql)");
    }

    @Test
    void one_half_twice_is_an_error_that_names_both_files() {
        assertThat(folder.file("001_a.up.sql", "A;").file("1_b.up.sql", "A;").problems(format))
                .containsExactly(
                        "ERROR [migration/duplicate] '001_a.up.sql' and '1_b.up.sql' are both the up file of version 1."
                                + " Give one of them another version. (db/1_b.up.sql)");
        assertThat(folder.file("1_c.down.sql", "B;").file("1_d.down.sql", "B;").problems(format))
                .hasSize(2);
    }

    @Test
    void a_half_in_another_language_is_named() {
        assertThat(folder.file("1_a.up.go", "package migrations")
                        .file("2_b.up.pgsql", "B;")
                        .problems(format))
                .containsExactly(
                        "ERROR [script/unsupported] The file '1_a.up.go' holds no SQL by its name, so it can't be"
                                + " run. Write what it does as SQL, or as Java code in a pack. (db/1_a.up.go)");
    }

    @Test
    void a_down_file_whose_up_file_is_in_another_language_is_no_second_problem() {
        Contents contents = folder.file("1_a.up.go", "package migrations")
                .file("1_a.down.sql", "B;")
                .file("2_b.up.sql", "C;")
                .read(format);
        assertThat(contents.problems()).extracting(Problem::code).containsExactly(ProblemCodes.SCRIPT_UNSUPPORTED);
        assertThat(TestFolder.ids(contents)).containsExactly("2");
    }

    @Test
    void a_missing_down_file_is_no_reversal() {
        assertThat(folder.backwards(folder.file("01_a.up.b.up.sql", "A;").only(format)))
                .isEqualTo("absent: there is no file db/01_a.up.b.down.sql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "-- nothing\n", "/* nothing */;", "\uFEFF"})
    void an_empty_down_file_is_no_reversal(String text) {
        assertThat(folder.backwards(folder.file("1_a.up.sql", "A;")
                        .file("1_a.down.sql", text)
                        .only(format)))
                .isEqualTo("absent: db/1_a.down.sql holds no SQL");
    }

    @Test
    void a_lone_down_file_is_a_version_that_runs_nothing_and_can_be_taken_back() {
        Contents contents = folder.file("01_a.down.sql", "B;").read(format);

        assertThat(contents.problems().stream().map(folder::shown))
                .containsExactly("WARNING [migration/forwards-missing] Version 1 runs nothing: there is no file"
                        + " '01_a.up.sql'. Add it, unless the version is meant as a place holder. (db/01_a.down.sql)");
        Migration migration = contents.migrations().get(0);
        assertThat(migration.id().value()).isEqualTo("1");
        assertThat(migration.forwards()).isEmpty();
        assertThat(folder.backwards(migration)).isEqualTo("db/01_a.down.sql:1>B;");
        assertThat(migration.files()).containsExactly(path.resolve("01_a.down.sql"));
    }

    @Test
    void the_lock_has_the_number_that_golang_migrate_gives_it() {
        assertThat(GolangMigrateHistory.lock("database_name")).isEqualTo(1_764_327_054L);
        assertThat(GolangMigrateHistory.lock("schema_name_1\0schema_name_2\0database_name"))
                .isEqualTo(3_743_845_847L);
    }

    @Test
    void a_version_that_runs_nothing_is_a_warning_and_has_nothing_to_reverse() {
        folder.file("1_a.up.sql", "-- a place holder\n");
        assertThat(folder.problems(format))
                .containsExactly(
                        "WARNING [migration/forwards-missing] Version 1 runs nothing: '1_a.up.sql' holds no SQL. Add"
                                + " some, unless the version is meant as a place holder. (db/1_a.up.sql)");
        assertThat(folder.backwards(folder.read(format).migrations().get(0))).isEqualTo("not needed");
        folder.file("1_a.down.sql", "B;");
        assertThat(folder.backwards(folder.read(format).migrations().get(0))).isEqualTo("db/1_a.down.sql:1>B;");
    }

    @Test
    void an_sql_file_with_another_name_is_a_warning() {
        assertThat(folder.file("1_a.up.sql", "A;").file("seed.SQL", "X;").problems(format))
                .containsExactly(
                        "WARNING [migration/malformed] The file 'seed.SQL' is ignored: its name is of neither form,"
                                + " VERSION_TITLE.up.sql and VERSION_TITLE.down.sql. Rename it, or move it out of the folder."
                                + " (db/seed.SQL)");
        assertThat(TestFolder.ids(folder.read(format))).containsExactly("1");
    }

    @Test
    void other_files_and_folders_are_ignored() throws Exception {
        Files.createDirectory(path.resolve("2_b.up.sql"));
        Contents contents = folder.file("1_a.up.sql", "A;")
                .file("README.md", "#")
                .file("pack.yaml", "app: shop")
                .file("embed.go", "package db")
                .file(".2_b.up.sql", "B;")
                .read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(TestFolder.ids(contents)).containsExactly("1");
    }

    @Test
    void bytes_that_are_no_utf_8_are_an_error() {
        byte[] latin1 = {'A', (byte) 0xe9, ';'};
        assertThat(folder.file("1_a.up.sql", "A;").file("1_a.down.sql", latin1).problems(format))
                .containsExactly(
                        "ERROR [migration/malformed] The file '1_a.down.sql' is not UTF-8. Save it with that encoding."
                                + " (db/1_a.down.sql:1)");
        assertThat(folder.read(format).migrations()).isEmpty();
    }

    @Test
    void a_draft_is_a_pair_with_golang_migrates_own_time_stamp() {
        assertThat(Drafted.by(format, Instant.parse("2026-11-22T10:15:00.000042Z"), "Customer e-mail.up.sql"))
                .isEqualTo(Map.of(
                        "20261122101500_customer_e-mail_up_sql.up.sql",
                        "-- Write here, in SQL, what the migration changes.\n",
                        "20261122101500_customer_e-mail_up_sql.down.sql",
                        """
                        -- Write here what brings the schema and the data back to what they were.
                        -- As long as this file holds no SQL, the migration counts as irreversible.
                        """));
        assertThat(Drafted.by(format, Instant.EPOCH, " "))
                .containsOnlyKeys("19700101000000_migration.up.sql", "19700101000000_migration.down.sql");
    }
}
