package dev.palindrome.adapters.files.sqitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.adapters.files.Drafted;
import dev.palindrome.adapters.files.TestFolder;
import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.Operation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqitchFormatTest {
    private static final String WHEN = " 2026-11-22T10:15:00Z Ann <ann@example.com>";

    private final SqitchFormat format = new SqitchFormat();

    @TempDir
    Path path;

    private TestFolder folder;

    @BeforeEach
    void folder() {
        folder = on("postgresql", Map.of());
    }

    private TestFolder on(String database, Map<String, String> settings) {
        return new TestFolder(path, new FormatSettings(settings, Map.of(), () -> Optional.of(database)));
    }

    /** Writes a plan with these lines, of which those with a name get a time and a planner. */
    private TestFolder plan(String... lines) {
        StringBuilder plan = new StringBuilder("%syntax-version=1.0.0\n%project=shop\n\n");
        for (String line : lines) {
            int note = line.indexOf('#');
            plan.append(
                            note < 0
                                    ? line + WHEN
                                    : line.substring(0, note).stripTrailing() + WHEN + " " + line.substring(note))
                    .append('\n');
        }
        return folder.file("sqitch.plan", plan.toString());
    }

    private TestFolder change(String name) {
        return folder.file("deploy/" + name + ".sql", name + " forwards;\n")
                .file("revert/" + name + ".sql", name + " backwards;\n");
    }

    private Migration only() {
        return folder.only(format);
    }

    /** What a deploy script becomes. */
    private String deployed(String script) {
        plan("a").file("deploy/a.sql", script).file("revert/a.sql", "B;");
        return folder.forwards(only());
    }

    private List<String> problemsOf(String script) {
        plan("a").file("deploy/a.sql", script).file("revert/a.sql", "B;");
        return folder.problems(format);
    }

    @Test
    void changes_go_in_the_order_of_the_plan_each_with_its_scripts_and_its_note() {
        plan("zoo # The zoo\\nand more", "a/b", "@v1.0", "bar [zoo]");
        change("zoo");
        change("a/b");
        change("bar");
        Contents contents = folder.read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(TestFolder.ids(contents)).containsExactly("zoo", "a/b", "bar");
        Migration zoo = contents.migrations().get(0);
        assertThat(zoo.description()).isEqualTo("The zoo");
        assertThat(folder.forwards(zoo)).isEqualTo("db/deploy/zoo.sql:1>zoo forwards;\n");
        assertThat(folder.backwards(zoo)).isEqualTo("db/revert/zoo.sql:1>zoo backwards;\n");
        assertThat(contents.migrations().get(2).dependsOn()).hasToString("[shop:zoo]");
    }

    @Test
    void a_change_that_is_planned_again_is_another_migration_and_the_first_keeps_its_id() {
        plan("a", "@v1.0", "b", "@v1.1", "a [a@v1.0]", "c [a]", "d [@v1.0]");
        change("a");
        change("a@v1.0");
        change("b");
        change("c");
        change("d");
        Contents contents = folder.read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(TestFolder.ids(contents)).containsExactly("a", "b", "a#2", "c", "d");
        assertThat(folder.forwards(contents.migrations().get(0))).startsWith("db/deploy/a@v1.0.sql:1>");
        assertThat(folder.forwards(contents.migrations().get(2))).startsWith("db/deploy/a.sql:1>");
        assertThat(contents.migrations().get(2).dependsOn()).hasToString("[shop:a]");
        assertThat(contents.migrations().get(3).dependsOn()).hasToString("[shop:a#2]");
        assertThat(contents.migrations().get(4).dependsOn()).hasToString("[shop:a]");
    }

    @Test
    void the_scripts_of_a_reworked_change_have_the_name_of_any_tag_in_between() {
        plan("a", "@v1.0", "b", "@v1.1", "a");
        change("a");
        change("a@v1.1");
        change("b");
        assertThat(folder.problems(format)).isEmpty();
        change("a@v1.0");
        assertThat(folder.forwards(folder.read(format).migrations().get(0))).startsWith("db/deploy/a@v1.1.sql");
    }

    @Test
    void changes_of_other_projects_are_migrations_of_other_apps() {
        plan("a [music:albums accounts:users@v2]");
        change("a");
        folder = on("postgresql", Map.of("project.accounts", "people"));
        Contents contents = folder.read(format);
        assertThat(contents.migrations().get(0).dependsOn())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("music:albums", "people:users");
        assertThat(folder.problems(format))
                .containsExactly(
                        "WARNING [sqitch/dependency] The change 'a' requires 'accounts:users@v2'. The other project's"
                                + " tags aren't known here, so the first change of that name is meant. (db/sqitch.plan:4)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b|requires 'b', which the plan has only later. Move it up.",
                "x|requires 'x', which the plan doesn't have. Correct the name.",
                "music:@v1|requires 'music:@v1' of another project, by its id or its tag alone",
                "0123456789012345678901234567890123456789|of another project, by its id or its tag alone"
            })
    void a_dependency_that_cant_be_kept_is_an_error(String dependency, String message) {
        plan("a [" + dependency + "]", "b");
        change("a");
        change("b");
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith("ERROR [sqitch/dependency] The change 'a' ")
                .contains(message)
                .endsWith("(db/sqitch.plan:4)");
    }

    @Test
    void a_conflict_with_an_earlier_change_is_an_error_and_with_a_later_one_nothing() {
        plan("a [!b]", "b [!a !music:albums]");
        change("a");
        change("b");
        assertThat(folder.problems(format))
                .containsExactly(
                        "ERROR [sqitch/conflict] The change 'b' must not be deployed together with 'a', which comes before it"
                                + " in the plan. Take one of them out. (db/sqitch.plan:5)",
                        "WARNING [sqitch/conflict] The change 'b' must not meet 'music:albums' of another project, which isn't"
                                + " watched here. (db/sqitch.plan:5)");
    }

    @Test
    void a_planned_revert_is_refused() {
        plan("a", "- a");
        change("a");
        assertThat(folder.problems(format))
                .containsExactly(
                        "ERROR [sqitch/revert-in-plan] The plan takes change 'a' back, which sqitch itself can't do"
                                + " yet. Write a new change that does the same, or remove the line. (db/sqitch.plan:5)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:b",
                "-a-",
                "a~1",
                "HEAD",
                "0123456789012345678901234567890123456789ab",
                "@v1",
                "a [!]",
                "a\na",
                "a b"
            })
    void lines_that_sqitch_refuses_are_errors_with_their_line(String line) {
        plan(line.split("\n"));
        change("a");
        assertThat(folder.problems(format))
                .hasSize(1)
                .allMatch(p -> p.matches("ERROR \\[sqitch/.*\\(db/sqitch.plan:[45]\\)"));
    }

    @Test
    void a_line_without_its_time_or_planner_is_an_error() {
        folder.file("sqitch.plan", "%project=shop\n\na\nb 2026-11-22T10:15:00Z\n@t" + WHEN + "\n");
        assertThat(folder.problems(format))
                .hasSize(3)
                .anyMatch(p -> p.contains("'a' has no time"))
                .anyMatch(p -> p.contains("'b' has no planner"))
                .anyMatch(p -> p.contains("The tag '@t' has no change above it."));
    }

    @Test
    void a_plan_needs_its_project() {
        folder.file("sqitch.plan", "%syntax-version=1.0.0\n\n");
        assertThat(folder.problems(format)).singleElement().asString().contains("doesn't say its project");
        folder.file("sqitch.plan", "%project=shop\na" + WHEN + "\n");
        assertThat(folder.problems(format)).singleElement().asString().contains("put a blank line between");
    }

    @Test
    void a_missing_deploy_script_is_an_error_and_a_missing_revert_script_no_reversal() {
        plan("a", "b").file("deploy/b.sql", "B;");
        assertThat(folder.problems(format))
                .containsExactly(
                        "ERROR [migration/forwards-missing] The change 'a' has no deploy script: there is no file"
                                + " db/deploy/a.sql. Write it, or take the change out of the plan. (db/sqitch.plan:4)");
        assertThat(folder.backwards(folder.read(format).migrations().get(0)))
                .isEqualTo("absent: there is no file db/revert/b.sql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-- Revert shop:a from pg\n\nBEGIN;\n\n-- XXX Add DDLs here.\n\nCOMMIT;\n",
                "begin transaction; /* nothing */ end",
                ";"
            })
    void a_revert_script_as_sqitch_drafts_it_is_no_reversal(String revert) {
        plan("a").file("deploy/a.sql", "BEGIN; A; COMMIT;").file("revert/a.sql", revert);
        assertThat(folder.backwards(only())).isEqualTo("absent: db/revert/a.sql holds no SQL");
        folder.file("deploy/a.sql", revert);
        assertThat(folder.backwards(only())).isEqualTo("not needed");
    }

    @Test
    void sqitch_conf_says_where_things_are() {
        folder.file("sqitch.conf", """
                # a comment
                [core]
                \tengine = pg ; another
                \ttop_dir = migrations
                \textension = ddl
                [engine "pg"]
                \ttarget = "live"
                \trevert_dir = back
                [target "live"]
                \turi = db:pg:shop
                \tdeploy_dir = migrations/do
                """);
        folder.file("migrations/sqitch.plan", "%project=shop\n\na" + WHEN + "\n")
                .file("migrations/do/a.ddl", "A;")
                .file("back/a.ddl", "B;");
        assertThat(format.recognises(folder.listed())).isTrue();
        assertThat(folder.forwards(only())).isEqualTo("db/migrations/do/a.ddl:1>A;");
        assertThat(folder.backwards(only())).isEqualTo("db/back/a.ddl:1>B;");
        assertThat(on("sqlite", Map.of()).read(format).problems())
                .as("another engine has another target")
                .hasSize(1);
    }

    @Test
    void a_line_of_sqitch_conf_that_is_nothing_is_an_error() {
        plan("a").file("sqitch.conf", "[core]\n= pg\n");
        change("a");
        assertThat(folder.problems(format))
                .containsExactly(
                        "ERROR [sqitch/conf] '= pg' is neither a section nor a setting. Write [section] or key ="
                                + " value. (db/sqitch.conf:2)");
    }

    @Test
    void psqls_variables_are_replaced_outside_of_quotes_and_comments() {
        folder.file(
                "sqitch.conf",
                "[deploy.variables]\nSchema = shop\n[engine \"pg\"]\n[engine \"pg.variables\"]\nrole = o'hara\n");
        assertThat(deployed("""
                \\set ON_ERROR_STOP 1
                \\set who 'it''s ' :role
                CREATE TABLE :"Schema".a (b text DEFAULT :'who', c int[] DEFAULT '{:role}'); -- :role
                SELECT 1::int, a[1:2], E'\\':role', $$ :role $$, :unknown, :Schema.b /* :role */;
                """)).isEqualTo("""
                        db/deploy/a.sql:1>

                        CREATE TABLE "shop".a (b text DEFAULT 'it''s o''hara', c int[] DEFAULT '{:role}'); -- :role
                        SELECT 1::int, a[1:2], E'\\':role', $$ :role $$, :unknown, shop.b /* :role */;
                        """);
    }

    @Test
    void the_settings_of_the_pack_count_more_than_sqitch_conf_and_the_registry_is_known() {
        folder.file("sqitch.conf", "[core.variables]\na = 1\nb = 1\n");
        folder = on("postgresql", Map.of("variable.b", "2", "registry", "meta"));
        assertThat(deployed("SELECT :a, :b, :'registry';")).isEqualTo("db/deploy/a.sql:1>SELECT 1, 2, 'meta';");
    }

    @Test
    void other_values_of_variables_make_no_other_migration() {
        plan("a").file("deploy/a.sql", "SELECT :a;").file("revert/a.sql", "B;");
        assertThat(on("postgresql", Map.of("variable.a", "1")).only(format).checksum())
                .isEqualTo(
                        on("postgresql", Map.of("variable.a", "2")).only(format).checksum());
    }

    @Test
    void included_files_are_pieces_with_their_own_lines() {
        folder.file("deploy/sub/b.sql", "\\ir c.sql\nB;\n")
                .file("deploy/sub/c.sql", "C;\n")
                .file("common.sql", "D;\n");
        assertThat(deployed("A;\n\\ir sub/b.sql\n\\i common.sql\nE;\n")).isEqualTo("""
                        db/deploy/a.sql:1>A;
                        db/deploy/sub/c.sql:1>C;
                        db/deploy/sub/b.sql:1>
                        B;
                        db/common.sql:1>D;
                        db/deploy/a.sql:3>
                        E;
                        """);
    }

    @Test
    void what_is_included_must_be_in_the_folder() {
        assertThat(problemsOf("A;\n\\i ../secret.sql\n"))
                .singleElement()
                .asString()
                .startsWith("ERROR [sqitch/include-missing] ")
                .contains("i ../secret.sql' includes ")
                .endsWith("(db/deploy/a.sql:2)");
        assertThat(problemsOf("\\ir a.sql\n")).singleElement().asString().contains("includes a file in the middle");
        assertThat(problemsOf("SELECT\n\\i a.sql\n;"))
                .singleElement()
                .asString()
                .contains("in the middle of a statement");
    }

    @Test
    void commands_that_only_write_to_the_screen_are_left_out() {
        assertThat(deployed("\\echo hello\n\\timing on\nA;\n")).isEqualTo("db/deploy/a.sql:1>\n\nA;\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\connect other",
                "\\copy a from 'b'",
                "\\if :a",
                "\\gexec",
                "\\! rm",
                "\\set ON_ERROR_STOP off",
                "\\set AUTOCOMMIT off",
                "\\set ON_ERROR_ROLLBACK on",
                "\\set a `date`",
                "SELECT :'DBNAME';"
            })
    void other_commands_of_psql_are_refused_with_their_line(String command) {
        assertThat(problemsOf("A;\n\n" + command + "\n"))
                .singleElement()
                .asString()
                .startsWith("ERROR [sqitch/meta-command] ")
                .endsWith("(db/deploy/a.sql:3)");
    }

    @Test
    void scripts_for_other_databases_are_taken_as_they_are_with_user_variables_before() {
        folder = on("sqlite", Map.of("variable.a", "1"));
        assertThat(deployed("SELECT :a;")).isEqualTo("db/deploy/a.sql:1>SELECT :a;");
        folder = on("mysql", Map.of("variable.a", "it's"));
        assertThat(deployed("SELECT @a;")).isEqualTo("sqitch.conf>SET @`a` = 'it''s';db/deploy/a.sql:1>SELECT @a;");
    }

    @Test
    void verify_scripts_run_only_when_asked_for() {
        plan("a", "b").file("verify/a.sql", "BEGIN; SELECT 1/count(*) FROM a; ROLLBACK;");
        change("a");
        change("b");
        assertThat(operations(0)).noneMatch(VerifiedScript.class::isInstance);
        folder.file("sqitch.conf", "[deploy]\nverify = true\n");
        assertThat(operations(0)).singleElement().isInstanceOf(VerifiedScript.class);
        assertThat(folder.problems(format))
                .containsExactly("WARNING [sqitch/verify-missing] The change 'b' isn't verified: there is no file"
                        + " db/verify/b.sql. Write it, or switch verifying off. (db/sqitch.plan:5)");
        assertThat(folder.read(format).migrations().get(0).checksum())
                .as("verifying doesn't make it another migration")
                .isEqualTo(on("postgresql", Map.of("verify", "false"))
                        .read(format)
                        .migrations()
                        .get(0)
                        .checksum());
    }

    private List<Operation> operations(int index) {
        return folder.read(format).migrations().get(index).forwards();
    }

    @Test
    void a_folder_without_a_plan_isnt_sqitchs() {
        folder.file("sqitch.conf", "[core]\nengine = pg\n").file("deploy/a.sql", "A;");
        assertThat(format.recognises(folder.listed())).isFalse();
        assertThat(folder.problems(format)).singleElement().asString().contains("There is no plan db/sqitch.plan.");
        plan("a");
        assertThat(format.recognises(folder.listed())).isTrue();
    }

    @Test
    void a_new_change_is_left_to_sqitch() {
        assertThatThrownBy(() -> Drafted.by(format, Instant.EPOCH, "e-mail"))
                .hasMessageContaining("sqitch add NAME -n 'e-mail'");
    }
}
