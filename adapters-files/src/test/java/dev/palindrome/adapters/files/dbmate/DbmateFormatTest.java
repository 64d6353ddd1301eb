package dev.palindrome.adapters.files.dbmate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.Drafted;
import dev.palindrome.adapters.files.TestFolder;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFormat.Contents;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DbmateFormatTest {
    private static final String FILE = "1_a.sql";
    private static final String BOTH = "-- migrate:up\nA;\n-- migrate:down\nB;\n";

    private final DbmateFormat format = new DbmateFormat();

    @TempDir
    Path path;

    private TestFolder folder;

    @BeforeEach
    void folder() {
        folder = new TestFolder(path);
    }

    @Test
    void a_file_has_two_halves() {
        Migration migration =
                folder.file("20151127184807_create_users.sql", """
                        -- a file
                        -- migrate:up
                        -- first
                        A;
                          -- migrate:down
                        -- migrate:downwards
                        -- migrate:down

                        B;
                        """).only(format);
        assertThat(migration.id()).hasToString("20151127184807");
        assertThat(migration.description()).isEqualTo("create users");
        assertThat(folder.forwards(migration))
                .isEqualTo(
                        "db/20151127184807_create_users.sql:3>-- first\nA;\n  -- migrate:down\n-- migrate:downwards\n");
        assertThat(folder.backwards(migration)).isEqualTo("db/20151127184807_create_users.sql:8>\nB;\n");
        assertThat(migration.files()).containsExactly(path.resolve("20151127184807_create_users.sql"));
        assertThat(migration.isTransactional(Direction.FORWARDS)).isTrue();
        assertThat(migration.isTransactional(Direction.BACKWARDS)).isTrue();
    }

    @Test
    void a_version_is_the_leading_digits_as_a_text() {
        Contents contents = folder.file("007x.sql", BOTH)
                .file("07-b.sql", BOTH)
                .file("7.sql", BOTH)
                .read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(contents.migrations())
                .map(migration -> migration.id() + " " + migration.description())
                .containsExactly("007 x", "07 -b", "7 ");
    }

    @Test
    void names_sort_as_texts_and_that_is_said() {
        folder.file("1_a.sql", BOTH).file("10_b.sql", BOTH).file("9_c.sql", BOTH);
        assertThat(TestFolder.ids(folder.read(format))).containsExactly("10", "1", "9");
        assertThat(folder.problems(format))
                .containsExactly(
                        "WARNING [dbmate/order] '10_b.sql' goes before '1_a.sql', since dbmate sorts names as texts"
                                + " and not by number. Give all versions as many digits. (db/1_a.sql)");
    }

    @Test
    void one_version_twice_is_an_error() {
        assertThat(folder.file("1_a.sql", BOTH).file("1b.sql", BOTH).problems(format))
                .containsExactly(
                        "ERROR [migration/duplicate] '1_a.sql' and '1b.sql' both have the version 1. Give one of them"
                                + " another. (db/1b.sql)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed.sql", "a1.sql", "2_a.SQL"})
    void other_sql_files_are_ignored_with_a_warning(String fileName) {
        assertThat(folder.file(FILE, BOTH).file(fileName, "X;").problems(format))
                .containsExactly("WARNING [dbmate/ignored-file] '" + fileName
                        + "' is ignored, as dbmate ignores it: the name doesn't begin with digits and end with '.sql'. Rename"
                        + " it, or move it out of the folder. (db/" + fileName + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-- migrate:down↵B;↵-- migrate:up↵A; | '-- migrate:down' has no '-- migrate:up' above it. Put one above the"
                        + " SQL that goes forwards. | 1",
                "-- migrate:up↵A; | '-- migrate:up' has no '-- migrate:down' below it. Put one below the SQL that goes"
                        + " forwards, also when nothing follows it. | 1",
                "-- migrate:up↵A;↵-- migrate:Down↵B; | '-- migrate:up' has no '-- migrate:down' below it. Put one below the"
                        + " SQL that goes forwards, also when nothing follows it. | 1",
                "-- migrate:up↵A;↵-- migrate:up↵B;↵-- migrate:down | '-- migrate:up' has no '-- migrate:down' below it. Put"
                        + " one below the SQL that goes forwards, also when nothing follows it. | 1",
                "-- migrate:up↵A;↵-- migrate:down↵B;↵-- migrate:down | '-- migrate:down' has no '-- migrate:up' above it that"
                        + " belongs to it. Put one above the SQL that goes forwards. | 5",
                "-- a↵/* b */↵-- migrate:up↵-- migrate:down | Something stands above the first marker that is neither blank"
                        + " nor begins with '--'. Move it below a line '-- migrate:up'. | 2",
            })
    void a_half_that_is_missing_is_an_error(String text, String message, int line) {
        assertThat(folder.file(FILE, text.replace('↵', '\n')).problems(format))
                .containsExactly("ERROR [dbmate/sections] " + message + " (db/1_a.sql:" + line + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-- nothing\n", " -- migrate:up\n", "-- migrate:upgrade\n"})
    void a_file_without_a_marker_is_an_error(String text) {
        assertThat(folder.file(FILE, text).problems(format))
                .containsExactly(
                        "ERROR [migration/forwards-missing] The file has no line '-- migrate:up'. Put it above the"
                                + " SQL, in the first column. (db/1_a.sql)");
    }

    @Test
    void each_half_has_options_of_its_own() {
        Migration migration = folder.file(FILE, "--migrate:up  transaction:false \r\nA;\r\n-- migrate:down\r\nB;\r\n")
                .only(format);
        assertThat(migration.isTransactional(Direction.FORWARDS)).isFalse();
        assertThat(migration.isTransactional(Direction.BACKWARDS)).isTrue();
        assertThat(folder.forwards(migration)).isEqualTo("db/1_a.sql:2>A;\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction:False", "transaction=false", "transaction:false:x", "tx:false"})
    void an_option_that_means_nothing_is_a_warning(String option) {
        folder.file(FILE, "-- migrate:up\nA;\n-- migrate:down transaction:true " + option + "\nB;\n");
        assertThat(folder.problems(format))
                .containsExactly("WARNING [dbmate/option] '" + option
                        + "' means nothing to dbmate: the one option is 'transaction:false'. Correct it, or remove it."
                        + " (db/1_a.sql:3)");
        assertThat(folder.read(format).migrations().get(0).isTransactional(Direction.BACKWARDS))
                .isTrue();
    }

    @Test
    void an_empty_down_is_no_reversal() {
        assertThat(folder.backwards(folder.file(FILE, "-- migrate:up\nA;\n-- migrate:down\n-- nothing\n")
                        .only(format)))
                .isEqualTo("absent: the section '-- migrate:down' of db/1_a.sql:3 holds no SQL");
        assertThat(folder.backwards(
                        folder.file(FILE, "-- migrate:up\nA;\n-- migrate:down").only(format)))
                .isEqualTo("absent: the section '-- migrate:down' of db/1_a.sql:3 holds no SQL");
    }

    @Test
    void an_empty_up_is_a_warning_and_has_nothing_to_reverse() {
        assertThat(folder.file(FILE, "-- migrate:up\n-- migrate:down\n").problems(format))
                .containsExactly(
                        "WARNING [migration/forwards-missing] Version 1 runs nothing: '1_a.sql' holds no SQL below"
                                + " '-- migrate:up'. Add some, unless the version is meant as a place holder. (db/1_a.sql)");
        assertThat(folder.backwards(folder.read(format).migrations().get(0))).isEqualTo("not needed");
    }

    @Test
    void several_sections_are_one_migration_that_is_reversed_last_to_first() {
        folder.file(
                FILE,
                "-- migrate:up\nA;\n-- migrate:down\nB;\n-- migrate:up transaction:false\nC;\n-- migrate:down\nD;\n");
        assertThat(folder.problems(format))
                .containsExactly(
                        "WARNING [dbmate/sections] '1_a.sql' has 2 sections. They are one migration here, and the last"
                                + " is reversed first; dbmate records each of them, and reverses the first one first. Give each a"
                                + " file of its own. (db/1_a.sql:5)");
        Migration migration = folder.read(format).migrations().get(0);
        assertThat(folder.forwards(migration)).isEqualTo("db/1_a.sql:2>A;\ndb/1_a.sql:6>C;\n");
        assertThat(folder.backwards(migration)).isEqualTo("db/1_a.sql:8>D;\ndb/1_a.sql:4>B;\n");
        assertThat(migration.isTransactional(Direction.FORWARDS)).isFalse();
    }

    @Test
    void one_section_without_a_reversal_makes_all_of_them_irreversible() {
        folder.file(FILE, "-- migrate:up\nA;\n-- migrate:down\n-- migrate:up\nC;\n-- migrate:down\nD;\n");
        assertThat(folder.backwards(folder.read(format).migrations().get(0)))
                .isEqualTo("absent: the section '-- migrate:down' of db/1_a.sql:3 holds no SQL");
    }

    @Test
    void a_marker_within_quotes_cuts_and_is_a_warning() {
        folder.file(FILE, "-- migrate:up\nDO $$\n-- migrate:down\nB; $$;\n");
        assertThat(folder.problems(format))
                .containsExactly(
                        "WARNING [dbmate/marker-in-quotes] The half that begins here ends at the next marker, though"
                                + " $$ of line 2 is still open. Indent the marker if it belongs to what is quoted. (db/1_a.sql:1)");
    }

    @Test
    void a_draft_has_both_halves_and_dbmate_s_own_time_stamp() {
        assertThat(Drafted.by(format, Instant.parse("2026-11-22T10:15:00.000042Z"), "Customer e-mail"))
                .containsOnlyKeys("20261122101500_customer_e-mail.sql");
        Drafted.by(format, Instant.EPOCH, "").forEach(folder::file);
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith("WARNING [migration/forwards-missing] Version 19700101000000 runs nothing");
    }
}
