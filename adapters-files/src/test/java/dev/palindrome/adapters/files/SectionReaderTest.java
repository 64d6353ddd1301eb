package dev.palindrome.adapters.files;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.ProblemCodes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionReaderTest {
    private final PalindromeFormat format = new PalindromeFormat();

    @TempDir
    Path path;

    private TestFolder folder;

    @BeforeEach
    void folder() {
        folder = new TestFolder(path);
    }

    private Migration read(String text) {
        return folder.file("1__a.sql", text).only(format);
    }

    private String problem(String text) {
        return String.join("\n", folder.file("1__a.sql", text).problems(format));
    }

    @Test
    void a_file_has_a_header_and_two_sections() {
        Migration migration = read("""
                -- palindrome: description="customer e-mail addresses" depends=shop:0003
                -- forwards
                ALTER TABLE customer ADD COLUMN email varchar(254);
                -- backwards
                ALTER TABLE customer DROP COLUMN email;
                """);
        assertThat(migration.description()).isEqualTo("customer e-mail addresses");
        assertThat(migration.location()).hasToString(path.resolve("1__a.sql") + ":1");
        assertThat(folder.forwards(migration))
                .isEqualTo("db/1__a.sql:3>ALTER TABLE customer ADD COLUMN email varchar(254);");
        assertThat(folder.backwards(migration)).isEqualTo("db/1__a.sql:5>ALTER TABLE customer DROP COLUMN email;");
    }

    @Test
    void sections_lose_the_blank_lines_around_them_and_keep_everything_else() {
        Migration migration =
                read("-- forwards\n\n \t\n  -- why\n  A;\n\n  B;  \n\n\n-- backwards\n\n\nC;\n-- the end\n\n");
        assertThat(folder.forwards(migration)).isEqualTo("db/1__a.sql:4>  -- why\n  A;\n\n  B;");
        assertThat(folder.backwards(migration)).isEqualTo("db/1__a.sql:13>C;\n-- the end");
    }

    @Test
    void the_sections_may_come_in_either_order() {
        Migration migration = read("-- backwards\nB;\n-- forwards\nA;\n");
        assertThat(folder.forwards(migration)).isEqualTo("db/1__a.sql:4>A;");
        assertThat(folder.backwards(migration)).isEqualTo("db/1__a.sql:2>B;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- forwards", "--forwards", "-- FORWARDS", "--  Forwards \t", "--\tforwards"})
    void a_marker_is_read_in_any_case_and_with_any_blanks(String marker) {
        Migration migration = read(marker + "\nA;\n--BACKWARDS\nB;");
        assertThat(folder.forwards(migration)).isEqualTo("db/1__a.sql:2>A;");
        assertThat(folder.backwards(migration)).isEqualTo("db/1__a.sql:4>B;");
    }

    @Test
    void windows_line_ends_and_a_byte_order_mark_change_neither_lines_nor_checksum() {
        String text = "-- palindrome: fake=false\n-- forwards\nA;\nB;\n-- backwards\nC;\n";
        Migration unix = read(text);
        Migration windows = read("\uFEFF" + text.replace("\n", "\r\n"));
        assertThat(folder.forwards(windows)).isEqualTo("db/1__a.sql:3>A;\r\nB;");
        assertThat(folder.backwards(windows)).isEqualTo("db/1__a.sql:6>C;");
        assertThat(windows.checksum()).isEqualTo(unix.checksum());
        assertThat(folder.backwards(read(text.replace('\n', '\r')))).isEqualTo("db/1__a.sql:6>C;");
    }

    @Test
    void comments_may_stand_above_the_sections() {
        Migration migration = read("/* Copyright\n -- 2026 */\n# and\n\n-- forwards\nA;\n-- backwards\nB;");
        assertThat(folder.forwards(migration)).isEqualTo("db/1__a.sql:6>A;");
    }

    @Test
    void a_file_without_markers_is_a_forwards_half() {
        Migration migration = read("-- palindrome: transaction=none\n\n-- it goes\nA;\n");
        assertThat(folder.forwards(migration)).isEqualTo("db/1__a.sql:3>-- it goes\nA;");
        assertThat(folder.backwards(migration)).isEqualTo("absent: db/1__a.sql has no section '-- backwards'");
        assertThat(migration.isTransactional(Direction.FORWARDS)).isFalse();
    }

    @Test
    void a_file_with_a_forwards_section_only_has_no_reversal() {
        assertThat(folder.backwards(read("-- forwards\nA;")))
                .isEqualTo("absent: db/1__a.sql has no section '-- backwards'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "-- nothing to do\n", "/* later */;\n", "# later"})
    void an_empty_backwards_section_is_no_reversal(String body) {
        assertThat(folder.backwards(read("-- forwards\nA;\n-- backwards\n" + body)))
                .isEqualTo("absent: the section '-- backwards' of db/1__a.sql:3 holds no SQL; if there is nothing to"
                        + " reverse, it should say '-- backwards: none needed'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-- backwards: none needed", "--Backwards :  None  Needed", "-- backwards: none needed.\n-- x"})
    void an_author_can_say_that_no_reversal_is_needed(String marker) {
        assertThat(folder.backwards(read("-- forwards\nANALYZE;\n" + marker))).isEqualTo("not needed");
    }

    @Test
    void an_author_can_say_why_there_is_no_reversal() {
        assertThat(folder.backwards(
                        read("-- forwards\nA;\n-- backwards: irreversible because two columns became one\n")))
                .isEqualTo("absent: irreversible because two columns became one");
        assertThat(folder.backwards(read("-- backwards: Irreversible\n-- forwards\nA;\n")))
                .isEqualTo("absent: Irreversible");
    }

    @Test
    void any_other_note_is_an_error() {
        assertThat(problem("-- forwards\nA;\n-- backwards: nothing\n"))
                .isEqualTo(
                        "ERROR [migration/malformed] '-- backwards: nothing' is not understood. Expected is '-- backwards'"
                                + " alone, '-- backwards: none needed', or '-- backwards: irreversible because …'."
                                + " (db/1__a.sql:3)");
        assertThat(problem("-- forwards: now\nA;\n"))
                .isEqualTo(
                        "ERROR [migration/malformed] The section marker '-- forwards' is followed by ': now'. Write it"
                                + " alone on its line. (db/1__a.sql:1)");
    }

    @Test
    void a_note_can_not_be_followed_by_sql() {
        assertThat(problem("-- forwards\nA;\n-- backwards: none needed\n-- but\n\nB;\n"))
                .isEqualTo(
                        "ERROR [migration/malformed] '-- backwards: none needed' is followed by SQL. Remove the SQL, or"
                                + " write '-- backwards' alone to have it run. (db/1__a.sql:6)");
    }

    @Test
    void sql_above_the_first_section_is_an_error() {
        assertThat(problem("-- x\nSET a = 1;\n-- forwards\nA;\n"))
                .isEqualTo(
                        "ERROR [migration/malformed] SQL stands above the first section, '-- forwards' in line 3. Move it"
                                + " below that line. (db/1__a.sql:2)");
    }

    @Test
    void sql_above_a_lone_backwards_section_lacks_its_marker() {
        assertThat(problem("A;\n-- backwards\nB;\n"))
                .isEqualTo(
                        "ERROR [migration/malformed] SQL stands above the first section, '-- backwards' in line 2. Put a"
                                + " line '-- forwards' above it. (db/1__a.sql:1)");
    }

    @Test
    void a_second_section_of_a_kind_is_an_error() {
        assertThat(problem("-- forwards\nA;\n-- backwards\nB;\n-- forwards\nC;\n"))
                .isEqualTo(
                        "ERROR [migration/malformed] The section '-- forwards' begins twice, in line 1 and in line 5. Remove"
                                + " one of the two lines; or indent it, if it belongs to a function's body or to a string."
                                + " (db/1__a.sql:5)");
    }

    @Test
    void a_marker_in_the_first_column_cuts_even_a_function_so_that_the_splitter_finds_an_open_quote() {
        Migration migration = read("-- forwards\nDO $$\n-- backwards\n$$;\n");
        assertThat(folder.forwards(migration)).isEqualTo("db/1__a.sql:2>DO $$");
        assertThat(folder.backwards(migration)).isEqualTo("db/1__a.sql:4>$$;");
        assertThat(problem("-- forwards\nDO $$\n-- backwards\n$$;\n-- backwards\nB;"))
                .contains("'-- backwards' begins twice, in line 3 and in line 5");
    }

    @Test
    void an_indented_marker_is_a_comment_where_the_section_has_its_own() {
        Migration migration = read("-- forwards\nDO $$\n  -- backwards\n$$;\n-- backwards\nB;\n");
        assertThat(folder.forwards(migration)).isEqualTo("db/1__a.sql:2>DO $$\n  -- backwards\n$$;");
        assertThat(folder.backwards(migration)).isEqualTo("db/1__a.sql:6>B;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- backward",
                "-- backwards;",
                "  -- backwards",
                "---- backwards ----",
                "-- Backwords:",
                "-- backwards (undo)"
            })
    void a_near_miss_of_a_missing_marker_is_an_error_since_its_sql_would_run_forwards(String line) {
        assertThat(problem("-- forwards\nA;\n" + line + "\nB;\n"))
                .isEqualTo("ERROR [migration/malformed] The comment '-- "
                        + line.strip().substring(2).strip()
                        + "' looks like the section marker '-- backwards', which this file does not have. Write"
                        + " '-- backwards' alone on the line, from its first column on, or reword the comment."
                        + " (db/1__a.sql:3)");
        assertThat(problem("A;\n" + line + "\nB;\n")).contains("looks like the section marker '-- backwards'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- backwards compatible",
                "-- rollback of 12",
                "-- the way backwards",
                "-- going forward",
                "-- for words",
                "SELECT '-- backwards'",
                "--"
            })
    void prose_is_no_marker(String line) {
        assertThat(folder.forwards(read("-- forwards\nA;\n" + line))).isEqualTo("db/1__a.sql:2>A;\n" + line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- +goose Down",
                "-- +migrate Down",
                "-- migrate:down",
                "-- !Downs",
                "# --- !Downs",
                "-- //@UNDO",
                "--liquibase formatted sql",
                "-- Down Migration",
                "-- down",
                "--- ROLLBACK"
            })
    void a_section_of_another_tool_is_an_error_since_it_would_run_forwards(String marker) {
        assertThat(problem("CREATE A;\n" + marker + "\nDROP A;\n"))
                .isEqualTo("ERROR [migration/malformed] The comment '" + marker
                        + "' begins a section for another tool, and the"
                        + " file has none of ours, so all of it would run forwards. Write '-- forwards' and '-- backwards'"
                        + " above the two halves, or read the folder in that tool's format with --format."
                        + " (db/1__a.sql:2)");
        assertThat(folder.forwards(read("-- forwards\nA;\n" + marker + "\n-- backwards\nB;\n")))
                .isEqualTo("db/1__a.sql:2>A;\n" + marker);
    }

    @Test
    void a_file_without_forwards_sql_is_an_error() {
        String found =
                "ERROR [migration/forwards-missing] Migration '1' has no SQL to go forwards with. Write it below the"
                        + " line '-- forwards', or let the header say fake=true if the migration is only to be recorded. ";
        assertThat(problem("")).isEqualTo(found + "(db/1__a.sql:1)");
        assertThat(problem("\n-- only a comment\n")).isEqualTo(found + "(db/1__a.sql:2)");
        assertThat(problem("-- forwards\n-- backwards\nB;\n")).isEqualTo(found + "(db/1__a.sql:2)");
        assertThat(problem("-- backwards\nB;\n")).isEqualTo(found + "(db/1__a.sql)");
        assertThat(folder.read(format).problems().get(0).code()).isEqualTo(ProblemCodes.MIGRATION_FORWARDS_MISSING);
        assertThat(folder.read(format).migrations()).isEmpty();
    }

    @Test
    void a_fake_migration_needs_no_sql() {
        Migration migration = read("-- palindrome: fake=true\n");
        assertThat(migration.isFake()).isTrue();
        assertThat(migration.forwards()).isEmpty();
    }

    @Test
    void a_header_below_the_sections_or_the_sql_is_an_error() {
        assertThat(problem("-- forwards\nA;\n-- palindrome: transaction=none\n-- backwards\nB;\n"))
                .isEqualTo(
                        "ERROR [migration/malformed] A header line stands below the beginning of the SQL or of a section, in"
                                + " line 1. Move it to the top of the file. (db/1__a.sql:3)");
        assertThat(problem("\nA;\n-- palindrome: transaction=none\n"))
                .contains("in line 2. Move it", "(db/1__a.sql:3)");
    }

    @Test
    void a_near_miss_of_a_header_is_an_error() {
        assertThat(problem("-- palindrome transaction=none\nA;\n"))
                .isEqualTo(
                        "ERROR [migration/malformed] The comment '-- palindrome transaction=none' looks like a header line."
                                + " Begin it with '-- palindrome:', or reword it. (db/1__a.sql:1)");
        assertThat(problem("-- palindrom: transaction=none\nA;\n")).contains("looks like a header line");
        assertThat(folder.forwards(read("-- palindromes read both ways\nA;\n"))).endsWith("both ways\nA;");
    }

    @Test
    void all_problems_of_a_file_are_reported_at_once() {
        assertThat(folder.file("1__a.sql", "-- palindrome: fkae=true\nX;\n-- forwards\n-- forwards\n")
                        .problems(format))
                .hasSize(3);
    }

    @Test
    void a_file_of_many_megabytes_takes_time_in_proportion() {
        String insert = "INSERT INTO band VALUES (1, 'a -- b');\n-- x\n\n";
        String text = "-- forwards\n" + insert.repeat(100_000) + "\n".repeat(500_000) + "-- backwards\nB;\n";
        assertTimeoutPreemptively(
                ofSeconds(5), () -> assertThat(folder.backwards(read(text))).isEqualTo("db/1__a.sql:800003>B;"));
    }
}
