package dev.palindrome.adapters.files.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.Drafted;
import dev.palindrome.adapters.files.TestFolder;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.Reversal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MybatisFormatTest {
    private static final String FILE = "1_a.sql";
    private static final String FIRST = "db/1_a.sql:1>";

    private final MybatisFormat format = new MybatisFormat();

    @TempDir
    Path path;

    private TestFolder scripts;

    @BeforeEach
    void scripts() {
        scripts = new TestFolder(path.resolve("scripts"));
    }

    private TestFolder file(String text) {
        return scripts.file(FILE, text);
    }

    private TestFolder environment(String name, String text) {
        new TestFolder(path).file("environments/" + name + ".properties", text);
        return scripts;
    }

    @Test
    void a_script_has_two_parts() {
        Migration migration = scripts.file("0020261122_add_e-mail.sql", """
                        -- // add e-mail
                        A;
                        B
                          C;

                        -- //@UNDO
                        -- back
                        D;
                        """).only(format);
        assertThat(migration.id()).hasToString("20261122");
        assertThat(migration.description()).isEqualTo("add e-mail");
        String place = "db/0020261122_add_e-mail.sql:";
        assertThat(scripts.forwards(migration)).isEqualTo(place + "2>A" + place + "3>B\n  C");
        assertThat(scripts.backwards(migration)).isEqualTo(place + "8>D");
        assertThat(migration.isTransactional(Direction.FORWARDS)).isTrue();
    }

    @Test
    void comments_that_are_none_to_mysql_are_taken_away_as_mybatis_does() {
        Migration migration = file("A\n--why\n  -----\n-- kept\n5--1;\n").only(format);
        assertThat(scripts.forwards(migration)).isEqualTo(FIRST + "A\n\n\n-- kept\n5--1");
        assertThat(migration.forwards().get(0).fingerprint())
                .as("what counts for the checksum is what is written")
                .isEqualTo("A\n--why\n  -----\n-- kept\n5--1");
        TestFolder whole = file("A\n--why\n;\n").with(Map.of("send_full_script", "true"), Map.of());
        assertThat(whole.forwards(whole.only(format))).isEqualTo(FIRST + "A\n--why\n;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- //@UNDO", "--//@UNDO", "  --  //  @UNDO down part", "// //@UNDO", "-- //@UNDOxyz"})
    void these_lines_begin_the_undo_part(String marker) {
        Migration migration = file("A;\n" + marker + "\nB;\n").only(format);
        assertThat(scripts.forwards(migration)).isEqualTo(FIRST + "A");
        assertThat(scripts.backwards(migration)).isEqualTo("db/1_a.sql:3>B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//@UNDO", "-- @UNDO", "-- //@undo", "@UNDO", "-- // @ UNDO"})
    void what_only_looks_like_it_would_run_forwards_and_is_refused(String line) {
        assertThat(file("A;\n" + line + "\nB;\n").problems(format))
                .containsExactly("ERROR [mybatis/undo-marker] '" + line
                        + "' does not begin the undo part: MyBatis Migrations runs what follows on the way up. "
                        + "Write '-- //@UNDO'. (db/1_a.sql:2)");
    }

    @Test
    void a_second_marker_is_plain_text() {
        assertThat(scripts.backwards(file("A;\n-- //@UNDO\nB\n-- //@UNDO\nC;\n").only(format)))
                .isEqualTo("db/1_a.sql:3>B\n-- //@UNDO\nC");
    }

    @Test
    void a_missing_or_empty_undo_part_is_an_absent_reversal() {
        assertThat(scripts.backwards(file("A;\n").only(format))).isEqualTo("absent: db/1_a.sql has no line -- //@UNDO");
        assertThat(scripts.backwards(file("A;\n-- //@UNDO\n-- nothing\n").only(format)))
                .isEqualTo("absent: db/1_a.sql holds no SQL after -- //@UNDO");
    }

    @Test
    void a_script_without_sql_is_warned_of_and_needs_no_reversal() {
        Contents contents = file("-- // later\n").read(format);
        assertThat(contents.problems()).singleElement().asString().contains("[migration/forwards-missing]");
        assertThat(contents.migrations().get(0).reversal()).isInstanceOf(Reversal.NotNeeded.class);
    }

    @Test
    void a_line_with_the_delimiter_ends_a_statement_and_what_follows_is_lost() {
        Contents contents = file("A; B; -- fine\nC; lost\nD;\n-- //@UNDO\nE;\n").read(format);
        assertThat(scripts.forwards(contents.migrations().get(0)))
                .isEqualTo(FIRST + "A; Bdb/1_a.sql:2>Cdb/1_a.sql:3>D");
        assertThat(contents.problems().stream().map(scripts::shown))
                .containsExactly(
                        "WARNING [mybatis/text-lost] 'lost' does not run: MyBatis Migrations throws away what follows the "
                                + "last ';' of a line. Put it on a line of its own. (db/1_a.sql:2)");
    }

    @Test
    void a_comment_sets_another_delimiter_and_slashes_are_comments() {
        Migration migration = file("""
                -- // @DELIMITER /
                CREATE
                // not sent
                -- sent
                BEGIN A; B; END
                /
                --@DELIMITER ;
                C;
                -- //@UNDO
                D;
                """).only(format);
        assertThat(scripts.forwards(migration))
                .isEqualTo("db/1_a.sql:2>CREATE\n\n-- sent\nBEGIN A; B; END\ndb/1_a.sql:8>C");
    }

    @Test
    void a_delimiter_that_would_leak_into_the_next_script_is_refused() {
        scripts.file("2_b.sql", "B;\n-- //@UNDO\nC;\n");
        assertThat(file("-- @DELIMITER //\nA//\n-- //@UNDO\nB;\n").problems(format))
                .singleElement()
                .asString()
                .startsWith("ERROR [mybatis/delimiter-leak] The delimiter is '//' where this part ends")
                .endsWith("(db/1_a.sql:2)");
    }

    @Test
    void a_script_whose_name_ends_otherwise_is_ignored_and_that_is_said() {
        scripts.file("2_b.SQL", "B;\n");
        assertThat(file("A;\n-- //@UNDO\nB;\n").problems(format))
                .containsExactly(
                        "WARNING [mybatis/left-out] '2_b.SQL' is ignored, as MyBatis Migrations ignores it: its name"
                                + " doesn't end in '.sql' in lower case. Rename it, or move it out of the folder. (db/2_b.SQL)");
    }

    @Test
    void a_last_statement_without_a_delimiter_is_refused() {
        assertThat(file("A;\nB\n  C\n-- //@UNDO\nD;\n").problems(format))
                .singleElement()
                .asString()
                .startsWith("ERROR [mybatis/no-delimiter]")
                .endsWith("(db/1_a.sql:2)");
    }

    @Test
    void a_delimiter_can_be_a_line_of_its_own() {
        environment("development", "full_line_delimiter=true\ndelimiter=GO\n");
        assertThat(scripts.forwards(file("A GO; \nB\nGO\n-- //@UNDO\nC\n GO \n").only(format)))
                .isEqualTo(FIRST + "A GO; \nB\n");
    }

    @Test
    void a_script_can_be_sent_whole() {
        environment("development", "send_full_script=true\nauto_commit=true\n");
        Migration migration = file("-- x\nA; B;\nC\n-- //@UNDO\nD\n").only(format);
        assertThat(scripts.forwards(migration)).isEqualTo(FIRST + "-- x\nA; B;\nC");
        assertThat(scripts.backwards(migration)).isEqualTo("db/1_a.sql:5>D");
        assertThat(migration.isTransactional(Direction.FORWARDS)).isFalse();
        assertThat(migration.isTransactional(Direction.BACKWARDS)).isFalse();
    }

    @Test
    void variables_come_from_the_environment_that_the_settings_name() {
        environment("test", "changelog=OLD\nowner=${WHO}\nusername=secret\n");
        TestFolder named = file("A ${changelog} ${owner} \\${owner} ${x};\n-- //@UNDO\nB ${user\\}s};\n")
                .with(Map.of("environment", "test", "x", "1", "user}s", "2"), Map.of("WHO", "anna"));
        Migration migration = named.only(format);
        assertThat(named.forwards(migration)).isEqualTo(FIRST + "A OLD anna ${owner} 1");
        assertThat(named.backwards(migration)).endsWith(">B 2");
        assertThat(migration.checksum())
                .isEqualTo(named.with(Map.of("environment", "test", "x", "7", "user}s", "2"), Map.of("WHO", "bert"))
                        .only(format)
                        .checksum());
    }

    @Test
    void a_variable_without_a_value_stays_and_is_named() {
        environment("development", "username=secret\n");
        Contents contents = file("A ${username};\n-- //@UNDO\nB;\n").read(format);
        assertThat(scripts.forwards(contents.migrations().get(0))).isEqualTo(FIRST + "A ${username}");
        assertThat(contents.problems()).singleElement().asString().contains("[mybatis/variable]", "'username'");
    }

    @Test
    void many_variables_without_values_are_one_warning_at_the_first_since_they_may_be_data() {
        assertThat(file("A 1;\nA ${b} ${c};\nA ${a} ${c};\n-- //@UNDO\nB;\n").problems(format))
                .singleElement()
                .asString()
                .contains(
                        "[mybatis/variable] The variable 'b' and 2 more have no value, so they stay as they are",
                        "(db/1_a.sql:2)");
    }

    @Test
    void a_cut_within_quotes_is_a_warning_that_names_the_setting() {
        TestFolder cut = file("SELECT 1;\nCREATE FUNCTION f() AS $$\nBEGIN RETURN 1;\nEND $$;\n-- //@UNDO\nB;\n");
        assertThat(cut.problems(format))
                .first()
                .asString()
                .contains(
                        "[mybatis/statement-cut] MyBatis Migrations ends the statement with this line, though $$ of line 2"
                                + " is still open. Set send_full_script: true",
                        ":3)");
        assertThat(cut.with(Map.of("send_full_script", "true"), Map.of()).problems(format))
                .isEmpty();
    }

    @Test
    void variables_of_the_process_go_before_those_of_the_file() {
        environment("development", "send_full_script=false\nx=1\n");
        TestFolder named = file("A ${x}\n-- //@UNDO\nB\n")
                .with(Map.of(), Map.of("MIGRATIONS_SEND_FULL_SCRIPT", "true", "migrations_x", "2"));
        assertThat(named.forwards(named.only(format))).isEqualTo(FIRST + "A 2");
    }

    @Test
    void an_environment_that_is_not_there_is_an_error_if_it_was_named() {
        assertThat(file("A;\n-- //@UNDO\nB;\n")
                        .with(Map.of("environment", "test"), Map.of())
                        .problems(format))
                .singleElement()
                .asString()
                .startsWith("ERROR [mybatis/environment] There is no environment 'test'");
    }

    @Test
    void hooks_are_named_and_refused_unless_they_are_left_out() {
        environment("development", "hook_before_up=sql:warn.sql\n");
        TestFolder folder = file("A;\n-- //@UNDO\nB;\n");
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith("ERROR [mybatis/hook] 'sql:warn.sql' runs at every 'before_up'");
        assertThat(folder.with(Map.of("hooks", "left-out"), Map.of()).problems(format))
                .singleElement()
                .asString()
                .startsWith("WARNING [mybatis/hook]");
    }

    @Test
    void scripts_that_are_no_migrations_are_named() {
        file("A;\n-- //@UNDO\nB;\n").file("bootstrap.sql", "C;").file("onabort.sql", "D;");
        assertThat(scripts.problems(format))
                .satisfiesExactly(
                        bootstrap -> assertThat(bootstrap).startsWith("WARNING [mybatis/left-out] 'bootstrap.sql'"),
                        onabort -> assertThat(onabort).startsWith("WARNING [mybatis/left-out] 'onabort.sql'"));
    }

    @Test
    void other_names_stop_every_run_and_so_do_duplicates() {
        file("A;\n-- //@UNDO\nB;\n").file("seed.sql", "C;").file("001_b.sql", "A;\n-- //@UNDO\nB;\n");
        assertThat(scripts.problems(format))
                .satisfiesExactly(
                        duplicate -> assertThat(duplicate)
                                .contains("[migration/duplicate]", "'001_b.sql' and '1_a.sql' both have the number 1"),
                        malformed -> assertThat(malformed).contains("[migration/malformed]", "'seed.sql'"));
    }

    @Test
    void scripts_are_ordered_by_number() {
        for (String name : new String[] {"10_a.sql", "9_a.sql", "99999999999999999999999_a.sql"}) {
            scripts.file(name, "A;\n-- //@UNDO\nB;\n");
        }
        assertThat(TestFolder.ids(scripts.read(format))).containsExactly("9", "10", "99999999999999999999999");
    }

    @Test
    void a_folder_is_recognised_by_what_stands_in_its_files() {
        assertThat(format.recognises(file("A;\n").listed())).isFalse();
        assertThat(format.recognises(file("-- // title\nA;\n").listed())).isTrue();
        assertThat(format.recognises(file("A;\n//@UNDO\n").listed())).isTrue();
        assertThat(format.recognises(file("-- +goose Up\nA;\n").listed())).isFalse();
    }

    @Test
    void a_draft_has_both_parts() {
        Map<String, String> files = Drafted.by(format, Instant.EPOCH, "Gift vouchers");
        assertThat(files).containsOnlyKeys("19700101000000_gift_vouchers.sql");
        files.forEach(scripts::file);
        assertThat(scripts.backwards(scripts.read(format).migrations().get(0))).isEqualTo("not needed");
    }
}
