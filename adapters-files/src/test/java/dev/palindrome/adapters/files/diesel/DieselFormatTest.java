package dev.palindrome.adapters.files.diesel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.Drafted;
import dev.palindrome.adapters.files.TestFolder;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFormat.Contents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DieselFormatTest {
    private final DieselFormat format = new DieselFormat();

    @TempDir
    Path path;

    private TestFolder folder;

    @BeforeEach
    void folder() {
        folder = new TestFolder(path);
    }

    @Test
    void a_folder_is_a_migration() {
        Migration migration = folder.file("2019-01-02-030405_add_e-mail/up.sql", "\nA;\nB;")
                .file("2019-01-02-030405_add_e-mail/down.sql", "C;\r\n")
                .file("2019-01-02-030405_add_e-mail/README.md", "#")
                .only(format);
        assertThat(migration.id()).hasToString("20190102030405");
        assertThat(migration.description()).isEqualTo("add e-mail");
        assertThat(folder.forwards(migration)).isEqualTo("db/2019-01-02-030405_add_e-mail/up.sql:1>\nA;\nB;");
        assertThat(folder.backwards(migration)).isEqualTo("db/2019-01-02-030405_add_e-mail/down.sql:1>C;\r\n");
        assertThat(migration.isTransactional(Direction.FORWARDS)).isTrue();
        assertThat(migration.isTransactional(Direction.BACKWARDS)).isTrue();
        assertThat(migration.files())
                .containsExactly(
                        path.resolve("2019-01-02-030405_add_e-mail/down.sql"),
                        path.resolve("2019-01-02-030405_add_e-mail/up.sql"));
    }

    @Test
    void versions_are_ordered_as_texts() {
        Contents contents = folder.file("00000000000000_diesel_initial_setup/up.sql", "A;")
                .file("2-b/up.sql", "A;")
                .file("10_a/up.sql", "A;")
                .file("x/up.sql", "A;")
                .read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(TestFolder.ids(contents)).containsExactly("00000000000000", "10", "2b", "x");
    }

    @Test
    void versions_that_differ_in_dashes_alone_are_an_error() {
        assertThat(folder.file("2019-01-02-0_a/up.sql", "A;")
                        .file("201901020_b/up.sql", "A;")
                        .problems(format))
                .containsExactly("ERROR [migration/duplicate] '2019-01-02-0_a' and '201901020_b' both have the version"
                        + " '201901020', since dashes don't count. Give one of them another. (db/201901020_b)");
    }

    @Test
    void empty_and_hidden_folders_are_passed_over() throws IOException {
        Files.createDirectory(path.resolve("2_b"));
        Contents contents = folder.file("1_a/up.sql", "A;")
                .file(".2_b/up.sql", "A;")
                .file("README.md", "#")
                .read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(TestFolder.ids(contents)).containsExactly("1");
    }

    @Test
    void a_folder_without_up_is_an_error() {
        assertThat(folder.file("1_a/down.sql", "A;")
                        .file("2_b/more/up.sql", "A;")
                        .problems(format))
                .containsExactly(
                        "ERROR [migration/forwards-missing] The folder '1_a' has no 'up.sql'. Add one, or remove the folder."
                                + " (db/1_a)",
                        "ERROR [migration/forwards-missing] The folder '2_b' has no 'up.sql'. Add one, or remove the folder."
                                + " (db/2_b)");
    }

    @Test
    void a_name_without_a_version_is_an_error() {
        assertThat(folder.file("-_a/up.sql", "A;").problems(format))
                .containsExactly(
                        "ERROR [migration/malformed] The name '-_a' doesn't begin with a version. A migration id must"
                                + " not be blank, nor begin or end with a blank. Rename the folder to VERSION_NAME. (db/-_a)");
    }

    @Test
    void other_sql_files_are_ignored_with_a_warning() {
        assertThat(folder.file("schema.sql", "A;")
                        .file("1_a/up.sql", "A;")
                        .file("1_a/Down.sql", "B;")
                        .problems(format))
                .containsExactly(
                        "WARNING [diesel/ignored-file] 'schema.sql' is ignored, as Diesel ignores it: a migration is a folder"
                                + " with 'up.sql' and 'down.sql' in it. Rename or move the file. (db/schema.sql)",
                        "WARNING [diesel/ignored-file] 'Down.sql' is ignored, as Diesel ignores it: a migration is a folder"
                                + " with 'up.sql' and 'down.sql' in it. Rename or move the file. (db/1_a/Down.sql)");
    }

    @Test
    void no_down_or_one_without_sql_is_no_reversal() {
        assertThat(folder.backwards(folder.file("1_a/up.sql", "A;").only(format)))
                .isEqualTo("absent: there is no file db/1_a/down.sql");
        assertThat(folder.backwards(folder.file("1_a/down.sql", "-- This file should undo anything in `up.sql`\n")
                        .only(format)))
                .isEqualTo("absent: db/1_a/down.sql holds no SQL");
    }

    @Test
    void an_up_that_runs_nothing_is_a_warning_and_has_nothing_to_reverse() {
        assertThat(folder.file("1_a/up.sql", "-- nothing\n").problems(format))
                .containsExactly(
                        "WARNING [migration/forwards-missing] '1_a' runs nothing: its 'up.sql' holds no SQL. Add"
                                + " some, unless it is meant as a place holder. (db/1_a/up.sql)");
        assertThat(folder.backwards(folder.read(format).migrations().get(0))).isEqualTo("not needed");
        assertThat(folder.file("1_a/up.sql", "").problems(format))
                .containsExactly(
                        "WARNING [diesel/empty-file] 'up.sql' of '1_a' has no content, and Diesel refuses to run it."
                                + " Write into it what the migration changes, or a comment if it is a place holder."
                                + " (db/1_a/up.sql:1)");
    }

    @ParameterizedTest
    @CsvSource({
        "run_in_transaction = true, true",
        "run_in_transaction=false # CONCURRENTLY, false",
        "'# why↵author = \"a\"↵↵  run_in_transaction   =   false', false"
    })
    void metadata_say_whether_there_is_a_transaction(String toml, boolean transactional) {
        Migration migration = folder.file("1_a/up.sql", "A;")
                .file("1_a/down.sql", "B;")
                .file("1_a/metadata.toml", toml.replace('↵', '\n'))
                .only(format);
        assertThat(migration.isTransactional(Direction.FORWARDS)).isEqualTo(transactional);
        assertThat(migration.isTransactional(Direction.BACKWARDS)).isEqualTo(transactional);
        assertThat(migration.files()).contains(path.resolve("1_a/metadata.toml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "author = \"a\"\n", "[more]\nrun_in_transaction = true\n"})
    void metadata_without_the_key_mean_no_transaction_and_that_is_said(String toml) {
        folder.file("1_a/up.sql", "A;").file("1_a/metadata.toml", toml);
        assertThat(folder.problems(format))
                .containsExactly(
                        "WARNING [diesel/metadata] The file says nothing of 'run_in_transaction', and Diesel then runs"
                                + " the migration without a transaction, though it would run it in one if the file weren't there."
                                + " Say 'run_in_transaction = false', or 'true'. (db/1_a/metadata.toml:1)");
        assertThat(folder.read(format).migrations().get(0).isTransactional(Direction.FORWARDS))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run_in_transaction", "run_in_transaction: false", "run_in_transaction = \"false\"", "{}"})
    void metadata_that_diesel_would_pass_over_are_an_error(String line) {
        assertThat(folder.file("1_a/up.sql", "A;")
                        .file("1_a/metadata.toml", "# a\n" + line + "\n")
                        .problems(format))
                .containsExactly(
                        "ERROR [diesel/metadata] '" + line + "' is not understood, and Diesel would go on as if the"
                                + " file weren't there. Expected is 'run_in_transaction = true' or 'false'."
                                + " (db/1_a/metadata.toml:2)");
    }

    @Test
    void a_draft_is_a_folder_with_diesel_s_own_time_stamp() {
        assertThat(Drafted.by(format, Instant.parse("2026-11-22T10:15:00.000042Z"), "Customer e-mail"))
                .containsOnlyKeys(
                        "2026-11-22-101500_customer_e-mail/up.sql", "2026-11-22-101500_customer_e-mail/down.sql");
        Drafted.by(format, Instant.EPOCH, "").forEach(folder::file);
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith("WARNING [migration/forwards-missing] '1970-01-01-000000_migration' runs nothing");
    }
}
