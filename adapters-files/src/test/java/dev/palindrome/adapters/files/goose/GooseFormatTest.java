package dev.palindrome.adapters.files.goose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.Drafted;
import dev.palindrome.adapters.files.TestFolder;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFormat.Contents;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GooseFormatTest {
    private static final String FILE = "00001_a.sql";

    private final GooseFormat format = new GooseFormat();

    @TempDir
    Path path;

    private TestFolder folder;

    @BeforeEach
    void folder() {
        folder = new TestFolder(path);
    }

    /** The statements of a half as {@code line>text}, of a file without problems. */
    private List<String> up(String text) {
        return statements(folder.forwards(folder.file(FILE, text).only(format)));
    }

    private List<String> down(String text) {
        return statements(folder.backwards(folder.file(FILE, text).only(format)));
    }

    private static List<String> statements(String half) {
        return List.of(half.replaceFirst("^db/00001_a.sql:", "").split("db/00001_a.sql:"));
    }

    private List<String> problems(String text) {
        return folder.file(FILE, text).problems(format);
    }

    @Test
    void a_file_has_two_sections() {
        Migration migration = folder.file("00007_add_e-mail__x.sql", """
                        -- a file
                        -- +goose Up
                        -- first
                        ALTER TABLE a
                          ADD b int; -- done

                        UPDATE a SET b = 1;
                        -- +goose Down
                        ALTER TABLE a DROP b;
                        """).only(format);
        assertThat(migration.id()).hasToString("7");
        assertThat(migration.description()).isEqualTo("add e-mail  x");
        assertThat(folder.shown(migration.location().toString())).isEqualTo("db/00007_add_e-mail__x.sql:1");
        assertThat(folder.forwards(migration))
                .isEqualTo("db/00007_add_e-mail__x.sql:4>ALTER TABLE a\n  ADD b int; -- done"
                        + "db/00007_add_e-mail__x.sql:7>UPDATE a SET b = 1;");
        assertThat(folder.backwards(migration)).isEqualTo("db/00007_add_e-mail__x.sql:9>ALTER TABLE a DROP b;");
        assertThat(migration.files()).containsExactly(path.resolve("00007_add_e-mail__x.sql"));
        assertThat(migration.isTransactional(Direction.FORWARDS)).isTrue();
    }

    @Test
    void versions_are_numbers_of_both_styles() {
        Contents contents = folder.file("20261122101500_c.sql", "-- +goose Up\nA;")
                .file("9223372036854775807_d.sql", "-- +goose Up\nA;")
                .file("010_b.sql", "-- +goose Up\nA;")
                .file("9_a.sql", "-- +goose Up\nA;")
                .read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(TestFolder.ids(contents)).containsExactly("9", "10", "20261122101500", "9223372036854775807");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0_a.sql", "-1_a.sql", "1.sql", "a_1.sql", "9223372036854775808_a.sql", "1_a.SQL", "1-a_b.sql"})
    void other_sql_files_are_ignored_with_a_warning(String fileName) {
        assertThat(folder.file(FILE, "-- +goose Up\nA;").file(fileName, "B;").problems(format))
                .containsExactly("WARNING [goose/ignored-file] '" + fileName
                        + "' is ignored, as goose ignores it: the name is not of the form VERSION_NAME.sql, with a number"
                        + " from 1 on. Rename it, or move it out of the folder. (db/" + fileName + ")");
    }

    @Test
    void one_version_twice_is_an_error() {
        assertThat(folder.file("1_a.sql", "-- +goose Up\nA;")
                        .file("01_b.sql", "-- +goose Up\nA;")
                        .problems(format))
                .containsExactly(
                        "ERROR [migration/duplicate] '01_b.sql' and '1_a.sql' both have the version 1. Give one of"
                                + " them another. (db/1_a.sql)");
    }

    @Test
    void a_migration_in_go_is_an_error_since_what_it_does_would_be_missing() {
        assertThat(folder.file(FILE, "-- +goose Up\nA;")
                        .file("00002_b.go", "package migrations")
                        .file("00003_c_test.go", "package migrations")
                        .file("embed.go", "package migrations")
                        .problems(format))
                .containsExactly(
                        "ERROR [goose/go-migration] '00002_b.go' is a migration in Go, so it can't be run, and what"
                                + " it does would be missing. Write it in SQL, in a file of the same version, and move this one out"
                                + " of the folder. (db/00002_b.go)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--+goose up", "--   +goose   UP  ", "-- +goose Up --", "---- +gooseUp"})
    void annotations_are_read_as_goose_reads_them(String line) {
        assertThat(up(line + "\nA;")).containsExactly("2>A;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "␣-- +goose Up↵A; | '␣-- +goose Up' is no annotation of goose. It knows, from the first column on, '-- +goose"
                        + " Up', '-- +goose Down', '-- +goose StatementBegin', '-- +goose StatementEnd', '-- +goose NO"
                        + " TRANSACTION', '-- +goose ENVSUB ON', '-- +goose ENVSUB OFF'. Correct it, or write the comment"
                        + " without '+goose'. | 1",
                "-- +goose Down↵A; | '-- +goose Down' stands above '-- +goose Up'. Move or remove it. | 1",
                "-- +goose StatementBegin↵A; | '-- +goose StatementBegin' stands above '-- +goose Up'. Move or remove it. | 1",
                "-- +goose Up↵A;↵-- +goose Up | '-- +goose Up' stands twice. Move or remove it. | 3",
                "-- +goose Up↵-- +goose Down↵-- +goose Down | '-- +goose Down' stands twice. Move or remove it. | 3",
                "-- +goose Up↵-- +goose Down↵-- +goose Up | '-- +goose Up' stands twice. Move or remove it. | 3",
                "-- +goose Up↵-- +goose StatementBegin↵A;↵-- +goose Down | '-- +goose Down' stands within a block. Move or"
                        + " remove it. | 4",
                "-- +goose Up↵-- +goose StatementBegin↵A;↵-- +goose StatementBegin | '-- +goose StatementBegin' stands within a"
                        + " block. Move or remove it. | 4",
                "-- +goose Up↵A;↵-- +goose StatementEnd | '-- +goose StatementEnd' has no '-- +goose StatementBegin' above it."
                        + " Move or remove it. | 3",
                "-- +goose Up↵-- +goose StatementBegin↵A; | The block is not closed. Put '-- +goose StatementEnd' below its last"
                        + " line. | 2",
                "A;↵-- +goose Up | SQL stands above '-- +goose Up'. Move it below that line. | 1",
                "-- +goose Up↵A;↵-- goose Down↵B; | The comment '-- goose Down' looks like an annotation, and is none. Write"
                        + " '-- +goose', or reword it. | 3",
                "-- +goose Up↵A;↵ -- + goose: down↵B; | The comment '-- + goose: down' looks like an annotation, and is none."
                        + " Write '-- +goose', or reword it. | 3",
            })
    void a_wrong_annotation_is_an_error(String text, String message, int line) {
        assertThat(problems(text.replace('↵', '\n').replace('␣', ' ')))
                .containsExactly(
                        "ERROR [goose/annotation] " + message.replace('␣', ' ') + " (db/00001_a.sql:" + line + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- see +goose docs", "-- +goose Up +goose Down", "-- +goose", "-- +goose Upwards"})
    void a_comment_with_the_mark_is_an_annotation_whatever_it_says(String comment) {
        assertThat(problems("-- +goose Up\n" + comment + "\nA;"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("ERROR [goose/annotation] '" + comment + "' is no annotation of goose.");
    }

    @Test
    void a_file_without_up_is_an_error() {
        assertThat(problems("-- nothing\n"))
                .containsExactly(
                        "ERROR [migration/forwards-missing] The file has no line '-- +goose Up'. Put it above the"
                                + " SQL. (db/00001_a.sql)");
    }

    @Test
    void statements_end_with_the_last_word_before_a_comment() {
        assertThat(up("-- +goose Up\nA; B;\nC; -- c;\nD --;\n;--x\nE;\n"))
                .containsExactly("2>A; B;", "3>C; -- c;", "4>D --;\n;--x\nE;");
    }

    @Test
    void windows_line_ends_are_line_ends() {
        assertThat(
                        up(
                                "-- +goose Up\r\n\r\nA\r\n b;\r\n-- +goose StatementBegin\r\nC;\r\nD\r\n-- +goose StatementEnd\r\n"))
                .containsExactly("3>A\r\n b;", "6>C;\r\nD");
    }

    @Test
    void a_block_is_one_piece_whatever_is_in_it() {
        String text = """
                -- +goose Up
                -- +goose StatementBegin
                CREATE FUNCTION f() RETURNS int AS $$
                BEGIN
                  -- one;
                  RETURN 1;
                END $$ LANGUAGE plpgsql
                -- +goose StatementEnd
                A;
                -- +goose Down
                -- +goose StatementBegin

                DROP FUNCTION f();
                -- +goose StatementEnd
                """;
        assertThat(up(text))
                .containsExactly(
                        "3>CREATE FUNCTION f() RETURNS int AS $$\nBEGIN\n  -- one;\n  RETURN 1;\nEND $$ LANGUAGE plpgsql",
                        "9>A;");
        assertThat(down(text)).containsExactly("13>DROP FUNCTION f();");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\n", "A;\nB\n-- +goose Down\n", "A\n-- +goose Down\n", "A;--x\n"})
    void a_statement_without_a_semicolon_is_an_error(String text) {
        assertThat(problems("-- +goose Up\n" + text))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "ERROR [goose/unfinished-statement] No semicolon ends the statement, so goose doesn't run it. Put"
                                + " one at the end of line ");
    }

    @Test
    void a_cut_within_quotes_is_a_warning_that_names_the_quote() {
        folder.file(FILE, """
                -- +goose Up
                CREATE FUNCTION f() RETURNS int AS $$
                BEGIN RETURN 1;
                END;
                $$ LANGUAGE plpgsql;
                """);
        assertThat(folder.problems(format))
                .containsExactly(
                        "WARNING [goose/statement-cut] goose ends the statement with this line, though $$ of line 2 is still"
                                + " open. Put '-- +goose StatementBegin' above the statement and '-- +goose StatementEnd' below"
                                + " it. (db/00001_a.sql:3)",
                        "WARNING [goose/statement-cut] goose ends the statement with this line, though $$ of line 5 is still"
                                + " open. Put '-- +goose StatementBegin' above the statement and '-- +goose StatementEnd' below"
                                + " it. (db/00001_a.sql:5)");
        assertThat(statements(folder.forwards(folder.read(format).migrations().get(0))))
                .hasSize(3);
    }

    @Test
    void a_block_of_comments_is_an_error_since_goose_loses_the_next_line() {
        assertThat(problems("-- +goose Up\n-- +goose StatementBegin\n-- a\n\n-- +goose StatementEnd\nA;\n"))
                .containsExactly(
                        "ERROR [goose/empty-block] The block holds no SQL, and goose loses the line of SQL that"
                                + " follows it, line 6. Remove the block. (db/00001_a.sql:2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-- none\n", "\n\n"})
    void a_block_of_comments_that_no_sql_follows_in_its_half_is_passed_over(String block) {
        assertThat(problems("-- +goose Up\nA;\n" + "-- +goose Down\n-- +goose StatementBegin\n" + block
                        + "-- +goose StatementEnd\n\n-- the end\n"))
                .isEmpty();
        Migration migration = folder.read(format).migrations().get(0);
        assertThat(folder.forwards(migration)).contains("A;");
        assertThat(folder.backwards(migration)).startsWith("absent");
    }

    @Test
    void a_block_of_comments_before_another_block_is_passed_over() {
        String empty = "-- +goose StatementBegin\n-- +goose StatementEnd\n";
        assertThat(problems("-- +goose Up\n" + empty + "-- +goose StatementBegin\nA;\n-- +goose StatementEnd\n"))
                .isEmpty();
        assertThat(folder.forwards(folder.read(format).migrations().get(0))).contains("A;");
    }

    @Test
    void a_block_of_comments_in_the_forwards_half_takes_nothing_from_the_other() {
        assertThat(problems("-- +goose Up\nA;\n-- +goose StatementBegin\n-- +goose StatementEnd\n-- +goose Down\nB;\n"))
                .isEmpty();
        assertThat(folder.backwards(folder.read(format).migrations().get(0))).contains("B;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- +goose NO TRANSACTION\n-- +goose Up\nA;\n-- +goose Down\nB;\n",
                "-- +goose Up\nA;\n-- +goose Down\n-- +goose no transaction\nB;\n"
            })
    void no_transaction_counts_for_both_halves_wherever_it_stands(String text) {
        Migration migration = folder.file(FILE, text).only(format);
        assertThat(migration.isTransactional(Direction.FORWARDS)).isFalse();
        assertThat(migration.isTransactional(Direction.BACKWARDS)).isFalse();
    }

    @Test
    void no_down_or_an_empty_one_is_no_reversal() {
        assertThat(folder.backwards(folder.file(FILE, "-- +goose Up\nA;\n").only(format)))
                .isEqualTo("absent: db/00001_a.sql has no section '-- +goose Down'");
        assertThat(folder.backwards(folder.file(FILE, "-- +goose Up\nA;\n-- +goose Down\n-- nothing\n")
                        .only(format)))
                .isEqualTo("absent: the section '-- +goose Down' of db/00001_a.sql:3 holds no SQL");
        assertThat(folder.backwards(folder.file(FILE, "-- +goose Up\nA;\n-- +goose Down\n/* nothing */;\n")
                        .only(format)))
                .isEqualTo("absent: the section '-- +goose Down' of db/00001_a.sql:3 holds no SQL");
    }

    @Test
    void an_empty_up_is_a_warning_and_has_nothing_to_reverse() {
        assertThat(problems("-- +goose Up\n-- +goose Down\n"))
                .containsExactly(
                        "WARNING [migration/forwards-missing] Version 1 runs nothing: '00001_a.sql' holds no SQL"
                                + " below '-- +goose Up'. Add some, unless the version is meant as a place holder."
                                + " (db/00001_a.sql)");
        assertThat(folder.backwards(folder.read(format).migrations().get(0))).isEqualTo("not needed");
    }

    @Test
    void variables_are_replaced_where_envsub_is_on() {
        TestFolder set = folder.with(Map.of(), Map.of("A", "a;", "EMPTY", "", "WORD", "abcdef"));
        Migration migration = set.file(FILE, """
                -- +goose Up
                SELECT '$A';
                -- +goose ENVSUB ON
                SELECT '$A${A}${EMPTY:-e}${EMPTY-e}${NONE:-$A}${NONE-n}${A?needed}${WORD:2:3}${WORD:-9}$$ \\$ \\\\ $(x)' $
                ${A}
                -- +goose StatementBegin
                SELECT '$A';
                -- +goose ENVSUB OFF
                SELECT '$A';
                -- +goose StatementEnd
                """).only(format);
        assertThat(statements(set.forwards(migration)))
                .containsExactly(
                        "2>SELECT '$A';",
                        "4>SELECT 'a;a;ea;na;cdeabcdef$ $ \\\\ $(x)' $\na;",
                        "7>SELECT 'a;';\n-- +goose ENVSUB OFF\nSELECT '$A';");
        Migration other = folder.with(Map.of(), Map.of("A", "b;", "EMPTY", "", "WORD", ""))
                .only(format);
        assertThat(other.checksum()).isEqualTo(migration.checksum());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT $NONE; | The variable 'NONE' is not set, and goose would put nothing in its place. Set it in the"
                        + " environment, or write '${NONE:-}' if that is meant.",
                "SELECT ${NONE?no owner}; | The variable 'NONE' is not set: no owner. Set it in the environment.",
                "SELECT $1; | A dollar stands here that begins no variable as goose reads them, while ENVSUB is on. Write '$$'"
                        + " for a dollar, or put '-- +goose ENVSUB OFF' above the line.",
                "SELECT ${NONE:?x}; | The variable 'NONE' is not set, and goose would put nothing in its place. Set it in the"
                        + " environment, or write '${NONE:-}' if that is meant.",
                "SELECT ${A:?x}; | A dollar stands here that begins no variable as goose reads them, while ENVSUB is on. Write"
                        + " '$$' for a dollar, or put '-- +goose ENVSUB OFF' above the line.",
                "SELECT ${A; | A dollar stands here that begins no variable as goose reads them, while ENVSUB is on. Write '$$'"
                        + " for a dollar, or put '-- +goose ENVSUB OFF' above the line.",
            })
    void a_variable_that_cant_be_replaced_is_an_error(String sql, String message) {
        assertThat(folder.with(Map.of(), Map.of("A", "a"))
                        .file(FILE, "-- +goose ENVSUB ON\n-- +goose Up\n" + sql + "\n")
                        .problems(format))
                .containsExactly("ERROR [goose/variable] " + message + " (db/00001_a.sql:3)");
    }

    @Test
    void a_draft_has_both_sections_and_goose_s_own_time_stamp() {
        assertThat(Drafted.by(format, Instant.parse("2026-11-22T10:15:00.000042Z"), "Customer e-mail"))
                .containsOnlyKeys("20261122101500_customer_e-mail.sql");
        Drafted.by(format, Instant.EPOCH, "").forEach(folder::file);
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith("WARNING [migration/forwards-missing] Version 19700101000000 runs nothing");
    }
}
