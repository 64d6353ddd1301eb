package dev.palindrome.adapters.files.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.adapters.files.Drafted;
import dev.palindrome.adapters.files.TestFolder;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Reversal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlywayFormatTest {
    private final FlywayFormat format = new FlywayFormat();

    @TempDir
    Path path;

    private TestFolder folder;

    @BeforeEach
    void folder() {
        folder = new TestFolder(path);
    }

    @Test
    void an_undo_file_of_the_same_version_is_the_reversal() {
        Migration migration = folder.file("V01_2__add_e-mail.sql", "-- first\nA;\n")
                .file("U1.2.0__whatever.sql", "B;\n")
                .only(format);
        assertThat(migration.id()).hasToString("1.2");
        assertThat(migration.description()).isEqualTo("add e-mail");
        assertThat(folder.forwards(migration)).isEqualTo("db/V01_2__add_e-mail.sql:1>-- first\nA;\n");
        assertThat(folder.backwards(migration)).isEqualTo("db/U1.2.0__whatever.sql:1>B;\n");
        assertThat(migration.files())
                .containsExactly(path.resolve("V01_2__add_e-mail.sql"), path.resolve("U1.2.0__whatever.sql"));
        assertThat(migration.isRepeatable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "V1__a.sql, VERSIONED, 1, a",
        "V1__A_b.SQL, VERSIONED, 1, A b",
        "V1.sql, VERSIONED, 1, ''",
        "V2021_01_05__x__y.sql, VERSIONED, 2021.1.5, x  y",
        "V007.0__a.sql, VERSIONED, 7, a",
        "V0__a.sql, VERSIONED, 0, a",
        "V99999999999999999999__a.sql, VERSIONED, 99999999999999999999, a",
        "U1_0__a.sql, UNDO, 1, a",
        "B5__a.sql, BASELINE, 5, a",
        "R__a_b.sql, REPEATABLE, , a b",
        "U__a_b.sql, UNDO, , a b",
        "beforeMigrate.sql, CALLBACK, , ''",
        "beforeEachMigrate__x.sql, CALLBACK, , x",
    })
    void names_follow_flyways_grammar(String fileName, FlywayName.Kind kind, String version, String description) {
        FlywayName name = FlywayName.parse(fileName, FlywayOptions.NONE).orElseThrow();
        assertThat(name.kind()).isEqualTo(kind);
        assertThat(name.version().map(FlywayVersion::toString).orElse(null)).isEqualTo(version);
        assertThat(name.description()).isEqualTo(description);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1__a.sql",
                "V1_a.sql",
                "V__a.sql",
                "V1.x__a.sql",
                "Vcurrent__a.sql",
                "R1__a.sql",
                "R__.sql",
                "B__a.sql",
                "1__a.sql",
                "V1__a.txt"
            })
    void other_names_are_none(String fileName) {
        assertThat(FlywayName.parse(fileName, FlywayOptions.NONE)).isEmpty();
    }

    @Test
    void versions_are_ordered_as_numbers_and_repeatables_by_description_come_last() {
        folder.file("R__b.sql", "R;")
                .file("later/V1.10__a.sql", "A;")
                .file("V1.9__a.sql", "A;")
                .file("R__A.sql", "R;")
                .file("V2__a.sql", "A;")
                .file("U2__a.sql", "B;");
        Contents contents = folder.read(format);
        assertThat(TestFolder.ids(contents)).containsExactly("1.9", "1.10", "2", "R__A", "R__b");
        assertThat(contents.migrations())
                .extracting(Migration::isRepeatable)
                .containsExactly(false, false, false, true, true);
        assertThat(contents.problems()).isEmpty();
    }

    @Test
    void a_missing_or_empty_undo_file_is_an_absent_reversal() {
        folder.file("V1__a.sql", "A;").file("V2__b.sql", "B;").file("U2__b.sql", "-- nothing\n");
        Contents contents = folder.read(format);
        assertThat(folder.backwards(contents.migrations().get(0)))
                .isEqualTo("absent: there is no file U1__a.sql that takes db/V1__a.sql back");
        assertThat(folder.backwards(contents.migrations().get(1))).isEqualTo("absent: db/U2__b.sql holds no SQL");
    }

    @Test
    void a_repeatable_migration_can_have_a_reversal_here() {
        Migration migration =
                folder.file("R__v.sql", "A;").file("U__v.sql", "B;").only(format);
        assertThat(migration.id()).hasToString("R__v");
        assertThat(folder.backwards(migration)).isEqualTo("db/U__v.sql:1>B;");
    }

    @Test
    void a_script_without_sql_is_warned_of_and_needs_no_reversal() {
        folder.file("V1__a.sql", "-- later\n");
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith("WARNING [migration/forwards-missing]");
        assertThat(folder.read(format).migrations().get(0).reversal()).isInstanceOf(Reversal.NotNeeded.class);
    }

    @Test
    void equal_versions_and_equal_descriptions_are_duplicates() {
        folder.file("V1__a.sql", "A;")
                .file("x/V1.0__b.sql", "A;")
                .file("R__v.sql", "A;")
                .file("x/R__v.sql", "A;");
        assertThat(folder.problems(format))
                .containsExactly(
                        "ERROR [migration/duplicate] 'db/R__v.sql' and 'db/x/R__v.sql' are both the repeatable file of 'v'. "
                                + "Give one of them another description. (db/x/R__v.sql)",
                        "ERROR [migration/duplicate] 'db/V1__a.sql' and 'db/x/V1.0__b.sql' are both the versioned file of "
                                + "version 1. Give one of them another version. (db/x/V1.0__b.sql)");
    }

    @ParameterizedTest
    @CsvSource({"v1__a.sql, whose first letter", "V1_a.sql, two low lines", "seed.sql, two low lines"})
    void what_flyway_ignores_is_named(String fileName, String hint) {
        folder.file("V9__a.sql", "A;").file(fileName, "A;");
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith("WARNING [flyway/ignored-file] The file '" + fileName + "'")
                .contains(hint);
    }

    @Test
    void an_undo_file_alone_is_an_error() {
        folder.file("V1__a.sql", "A;").file("U2__b.sql", "B;");
        assertThat(folder.problems(format))
                .containsExactly(
                        "ERROR [flyway/undo-alone] 'U2__b.sql' takes back version 2, of which there is no migration. "
                                + "Add 'V2__b.sql', or remove this file. (db/U2__b.sql)");
    }

    @Test
    void callbacks_are_named_and_refused_where_they_are_part_of_a_run() {
        folder.file("V1__a.sql", "A;").file("afterMigrate__grants.sql", "G;").file("afterInfo.sql", "I;");
        assertThat(folder.problems(format))
                .satisfiesExactly(
                        info -> assertThat(info).startsWith("WARNING [flyway/callback] 'afterInfo.sql' is a callback"),
                        migrate -> assertThat(migrate)
                                .startsWith(
                                        "ERROR [flyway/callback] 'afterMigrate__grants.sql' is a callback that Flyway runs "
                                                + "at afterMigrate.")
                                .contains("callbacks: left-out"));
        assertThat(folder.with(Map.of("callbacks", "left-out"), Map.of()).problems(format))
                .allMatch(problem -> problem.startsWith("WARNING [flyway/callback]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"V2__b.java", "V2__b.class", "R__b.kt", "V2__b.ps1", "V2__b.sh", "B2__b.py"})
    void migrations_that_are_no_sql_are_named(String fileName) {
        folder.file("V1__a.sql", "A;").file(fileName, "x");
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith("ERROR [flyway/not-sql] '" + fileName + "'");
    }

    @Test
    void a_baseline_goes_first_where_nothing_is_left_of_what_it_stands_for() {
        folder.file("B3__old.sql", "O;")
                .file("B5__all.sql", "A;")
                .file("V6__next.sql", "N;")
                .file("U4__gone.sql", "G;");
        Contents contents = folder.read(format);
        assertThat(TestFolder.ids(contents)).containsExactly("5", "6");
        assertThat(folder.backwards(contents.migrations().get(0)))
                .isEqualTo("absent: db/B5__all.sql is a baseline, and Flyway has nothing that takes one back");
        assertThat(folder.problems(format))
                .satisfiesExactly(
                        old -> assertThat(old)
                                .startsWith("WARNING [flyway/baseline] The baseline migration 'B3__old.sql'"),
                        undo -> assertThat(undo).startsWith("WARNING [flyway/undo-alone] 'U4__gone.sql'"));
    }

    @Test
    void a_baseline_is_left_out_where_the_versions_are_there() {
        folder.file("B2__all.sql", "A;").file("V1__a.sql", "A;").file("V2__b.sql", "B;");
        assertThat(TestFolder.ids(folder.read(format))).containsExactly("1", "2");
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .contains("'B2__all.sql' is left out: the versions up to 2 that are here run instead, from 1 on.");
    }

    @Test
    void placeholders_are_replaced_everywhere_whatever_the_case_of_their_names() {
        Migration migration = folder.file("V1__a.sql", "-- ${Who}\nA '${who}' ${flyway:filename} ${flyway:table};")
                .with(Map.of("placeholders.WHO", "anna"), Map.of())
                .only(format);
        assertThat(folder.forwards(migration))
                .isEqualTo("db/V1__a.sql:1>-- anna\nA 'anna' V1__a.sql flyway_schema_history;");
        TestFolder other = folder.file("V1__a.sql", "A ${x_y};").with(Map.of(), Map.of("FLYWAY_PLACEHOLDERS_X_Y", "1"));
        assertThat(other.forwards(other.only(format))).isEqualTo("db/V1__a.sql:1>A 1;");
    }

    @Test
    void another_value_makes_no_other_migration_but_lets_a_repeatable_one_run_again() {
        folder.file("V1__a.sql", "A ${x};")
                .file("U1__a.sql", "B;")
                .file("R__v.sql", "V ${x};")
                .file("U__v.sql", "W;");
        Contents one = folder.with(Map.of("placeholders.x", "1"), Map.of()).read(format);
        Contents two = folder.with(Map.of("placeholders.x", "2"), Map.of()).read(format);
        assertThat(one.migrations().get(0).checksum())
                .isEqualTo(two.migrations().get(0).checksum());
        assertThat(one.migrations().get(1).checksum())
                .isNotEqualTo(two.migrations().get(1).checksum());
    }

    @Test
    void a_placeholder_without_a_value_is_refused_with_its_line() {
        folder.file("V1__a.sql", "A;\nB ${x};\n");
        assertThat(folder.problems(format))
                .containsExactly(
                        "ERROR [flyway/placeholder] The placeholder 'x' has no value. Give it one in the settings of the "
                                + "pack, as 'placeholders.x', or set 'placeholderReplacement' to false. (db/V1__a.sql:2)");
        assertThat(folder.forwards(folder.with(Map.of("placeholderReplacement", "false"), Map.of())
                        .only(format)))
                .isEqualTo("db/V1__a.sql:1>A;\nB ${x};\n");
    }

    @Test
    void a_script_can_be_configured_alone() {
        Migration migration = folder.file("V1__a.sql", "A ${x};")
                .file("V1__a.sql.conf", "# why\nexecuteInTransaction=false\nplaceholderReplacement = false\n")
                .file("U1__a.sql", "B;")
                .only(format);
        assertThat(migration.isTransactional(Direction.FORWARDS)).isFalse();
        assertThat(migration.isTransactional(Direction.BACKWARDS)).isTrue();
        assertThat(folder.forwards(migration)).endsWith(">A ${x};");
        assertThat(migration.files()).contains(path.resolve("V1__a.sql.conf"));
    }

    @Test
    void what_a_scripts_configuration_says_besides_is_refused() {
        folder.file("V1__a.sql", "A;").file("V1__a.sql.conf", "shouldExecute=env==prod\ngroup=true\n");
        assertThat(folder.problems(format))
                .satisfiesExactly(
                        expression -> assertThat(expression)
                                .startsWith("ERROR [flyway/script-configuration] Whether the script runs")
                                .endsWith("(db/V1__a.sql.conf:1)"),
                        unknown -> assertThat(unknown)
                                .startsWith("ERROR [flyway/script-configuration] 'group' is nothing that Flyway knows.")
                                .endsWith("(db/V1__a.sql.conf:2)"));
    }

    @Test
    void a_configuration_without_its_script_is_named() {
        folder.file("V1__a.sql", "A;").file("V2__b.sql.conf", "executeInTransaction=false\n");
        assertThat(folder.problems(format)).singleElement().asString().contains("'V2__b.sql.conf' configures a script");
    }

    @Test
    void the_nearest_configuration_of_flyway_counts_and_the_packs_settings_go_before_it() {
        TestFolder migrations = new TestFolder(path.resolve("db/migration"))
                .file("M1--a.sql", "A ${x} ${y} ${z};")
                .with(Map.of("placeholders.z", "3"), Map.of("Y", "2"));
        folder.file("flyway.conf", """
                # names
                flyway.sqlMigrationPrefix=M
                flyway.sqlMigrationSeparator = --
                flyway.placeholders.X=1
                flyway.placeholders.y=${Y}
                flyway.placeholders.z=0
                """);
        assertThat(format.recognises(migrations.listed())).isTrue();
        assertThat(migrations.forwards(migrations.only(format))).isEqualTo("db/M1--a.sql:1>A 1 2 3;");
    }

    @Test
    void a_configuration_in_toml_is_read_too() {
        folder.file("V1__a.sql", "A ${x} ${y};").file("flyway.toml", """
                        [flyway]
                        executeInTransaction = false
                        sqlMigrationSuffixes = [".sql", ".pks"]
                        [environments.default]
                        url = "jdbc:sqlite:x.db"
                        [flyway.placeholders]
                        x = "1"
                        y = '${env.Y}'
                        """);
        Migration migration = folder.with(Map.of(), Map.of("Y", "2")).only(format);
        assertThat(folder.forwards(migration)).endsWith(">A 1 2;");
        assertThat(migration.isTransactional(Direction.FORWARDS)).isFalse();
    }

    @Test
    void a_conf_is_properties_of_java_in_which_a_backslash_is_no_escape() {
        folder.file("V1__a.sql", "A ${a} ${b} ${c} ${d} ${e} ${f} ${g};").file("flyway.conf", """
                ! names
                flyway.placeholders.a="1" # one
                flyway.placeholders.b : '2'
                flyway.placeholders.c x\\ty\\u0041
                flyway.placeholders.d=3, \\
                    4
                flyway.placeholders.e=C:\\x\\
                flyway.placeholders.f=${UNSET}5${SET}
                  flyway.placeholders.g = é\s
                """);
        Migration migration = folder.with(Map.of(), Map.of("SET", "6")).only(format);
        assertThat(folder.forwards(migration))
                .isEqualTo("db/V1__a.sql:1>A \"1\" # one '2' x\\ty\\u0041 3, 4 C:\\x\\ 56 é;");
    }

    @Test
    void a_conf_has_the_encoding_that_flyway_is_told() {
        folder.file("V1__a.sql", "A ${x};")
                .file("flyway.conf", "flyway.placeholders.x=é".getBytes(StandardCharsets.ISO_8859_1));
        Migration migration = folder.with(Map.of(), Map.of("FLYWAY_CONFIG_FILE_ENCODING", "ISO-8859-1"))
                .only(format);
        assertThat(folder.forwards(migration)).endsWith(">A é;");
        assertThat(folder.with(Map.of("configFileEncoding", "none"), Map.of()).listed())
                .satisfies(listed -> assertThatThrownBy(() -> format.read(listed))
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("[flyway/configuration]"));
    }

    @Test
    void toml_is_read_as_toml() {
        folder.file("V1__a.sql", "A ${x} ${y} ${z} ${q} ${w};")
                .file("flyway.toml", """
                [flyway] # all
                sqlMigrationSuffixes = [
                    ".sql", # usual
                    ".pks",
                ]
                placeholders = { x = "a # \\"b\\"", y = '\\c', "z" = 7 }
                placeholderPrefix = "${" # "as usual"
                [environments.default.flyway.placeholders]
                x = "no"
                """)
                .file("flyway.user.toml", """
                flyway.placeholders.q = \"""
                one \\
                    two\"""
                flyway.placeholders.w = "$${a.b} ${c} ${env.D}"
                flyway.environment = "own"
                """);
        TestFolder own = folder.with(Map.of(), Map.of("D", "8"));
        assertThat(own.forwards(own.only(format))).endsWith(">A a # \"b\" \\c 7 one two ${a.b} ${c} 8;");
    }

    @Test
    void an_environments_own_options_go_before_those_of_all() {
        folder.file("V1__a.sql", "A ${x};").file("flyway.toml", """
                [flyway]
                environment = "test"
                placeholders.x = "1"
                [environments.test.flyway.placeholders]
                x = "2"
                [environments.live]
                initSql = "SET ROLE x"
                """);
        assertThat(folder.forwards(folder.only(format))).endsWith(">A 2;");
        assertThat(folder.with(Map.of("environment", "live"), Map.of()).problems(format))
                .singleElement()
                .asString()
                .startsWith("ERROR [flyway/option] Flyway's option 'initSql' is set.");
    }

    @Test
    void what_cant_be_read_of_a_configuration_is_an_error_at_its_line() {
        folder.file("V1__a.sql", "A ${x};").file("flyway.toml", "[flyway]\nplaceholders.x = \"1\n");
        assertThat(format.recognises(folder.listed())).isTrue();
        assertThatThrownBy(() -> folder.read(format))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("[flyway/configuration] The file isn't TOML")
                .hasMessageContaining("flyway.toml:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${env.NONE}", "${vault.x}"})
    void what_a_value_stands_for_and_isnt_known_is_an_error_unless_the_pack_says_it(String value) {
        folder.file("V1__a.sql", "A ${x};")
                .file(
                        "flyway.toml",
                        "environments.default.password = \"${vault.p}\"\nflyway.placeholders.x = \"" + value + "\"\n");
        assertThatThrownBy(() -> folder.read(format))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("[flyway/configuration] '" + value + "' in Flyway's option 'placeholders.x'");
        TestFolder said = folder.with(Map.of("placeholders.x", "1"), Map.of());
        assertThat(said.forwards(said.only(format))).endsWith(">A 1;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "initSql=SET ROLE x|ERROR",
                "defaultSchema=shop|ERROR",
                "schemas=shop,other|ERROR",
                "target=7|ERROR",
                "cherryPick=7|ERROR",
                "skipExecutingMigrations=true|ERROR",
                "resolvers=com.example.Own|ERROR",
                "skipDefaultResolvers=true|ERROR",
                "callbacks=com.example.Own|ERROR",
                "callbackLocations=filesystem:callbacks|ERROR",
                "locations=filesystem:a,filesystem:b|WARNING",
                "baselineOnMigrate=true|WARNING",
                "encoding=ISO-8859-1|WARNING",
                "detectEncoding=true|WARNING",
                "errorOverrides=S0001:0:W|WARNING",
                "group=true|WARNING",
                "mixed=true|WARNING",
                "jdbcProperties.role=x|WARNING"
            })
    void what_changes_which_sql_runs_or_where_is_named(String option, String severity) {
        String name = option.substring(0, option.indexOf('='));
        folder.file("V1__a.sql", "A;").file("flyway.conf", "# ours\nflyway." + option + "\n");
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith(severity + " [flyway/option] Flyway's option '" + name + "' is set.")
                .endsWith("say so in the settings of the pack: " + name + ": left-out (db/flyway.conf:2)");
        assertThat(folder.with(Map.of(name, "left-out"), Map.of()).problems(format))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "initSql=",
                "target=latest",
                "group=false",
                "encoding=utf8",
                "locations=sql",
                "url=jdbc:sqlite:x.db"
            })
    void what_changes_nothing_is_not_named(String option) {
        folder.file("V1__a.sql", "A;").file("flyway.conf", "flyway." + option + "\n");
        assertThat(folder.problems(format)).isEmpty();
    }

    @Test
    void an_option_can_be_a_variable_of_the_environment() {
        folder.file("M1__a.sql", "A ${flyway_filename};");
        TestFolder variables = folder.with(
                Map.of(),
                Map.of(
                        "FLYWAY_SQL_MIGRATION_PREFIX",
                        "M",
                        "FLYWAY_PLACEHOLDER_SEPARATOR",
                        "_",
                        "FLYWAY_DEFAULT_SCHEMA",
                        "shop"));
        assertThat(variables.forwards(variables.read(format).migrations().get(0)))
                .endsWith(">A M1__a.sql;");
        assertThat(variables.problems(format))
                .singleElement()
                .asString()
                .contains("'defaultSchema' is set")
                .endsWith("(FLYWAY_DEFAULT_SCHEMA)");
    }

    @Test
    void callbacks_that_flyway_doesnt_run_either_are_only_named() {
        folder.file("V1__a.sql", "A;")
                .file("beforeMigrate.sql", "B;")
                .file("flyway.conf", "flyway.skipDefaultCallbacks=TRUE\n");
        assertThat(folder.problems(format)).singleElement().asString().startsWith("WARNING [flyway/callback]");
    }

    @Test
    void a_scripts_own_configuration_is_properties_too() {
        folder.file("V1__a.sql", "A;").file("V1__a.sql.conf", "! why\nexecuteInTransaction : FALSE\n");
        assertThat(folder.only(format).isTransactional(Direction.FORWARDS)).isFalse();
        folder.file("V1__a.sql.conf", "encoding=latin1\nexecuteInTransaction=${x}\n");
        assertThat(folder.problems(format))
                .satisfiesExactly(
                        encoding -> assertThat(encoding)
                                .startsWith("ERROR [flyway/script-configuration] The script's encoding")
                                .endsWith("(db/V1__a.sql.conf:1)"),
                        truth -> assertThat(truth)
                                .startsWith("ERROR [flyway/script-configuration] 'executeInTransaction' is neither")
                                .endsWith("(db/V1__a.sql.conf:2)"));
    }

    @Test
    void a_name_that_is_too_long_for_an_id_is_an_error_of_that_file_alone() {
        String repeatable = "R__" + "a".repeat(198) + ".sql";
        String versioned = "V" + "1".repeat(201) + "__a.sql";
        folder.file("V1__a.sql", "A;").file(repeatable, "A;").file(versioned, "A;");
        assertThat(TestFolder.ids(folder.read(format))).containsExactly("1");
        assertThat(folder.problems(format))
                .satisfiesExactlyInAnyOrder(
                        r -> assertThat(r)
                                .startsWith("ERROR [migration/malformed] The name '" + repeatable
                                        + "' gives the migration no id. A migration id has at most 200 characters; '")
                                .endsWith("has 201. Rename the file. (db/" + repeatable + ")"),
                        v -> assertThat(v).contains("'" + versioned + "' gives the migration no id."));
    }

    @Test
    void a_draft_is_a_script_and_its_undo_file() {
        assertThat(Drafted.by(format, Instant.EPOCH, "Gift vouchers").keySet())
                .containsExactly("U19700101000000__gift_vouchers.sql", "V19700101000000__gift_vouchers.sql");
    }

    @Test
    void a_folder_whose_scripts_are_in_folders_is_recognised() {
        assertThat(format.recognises(folder.file("a/b/V1__x.sql", "A;").listed()))
                .isTrue();
        assertThat(format.recognises(folder.file("seed.sql", "A;").listed())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'create table fa(i int);\ninsert into fa values(1);\n', -36983833",
        "'create table fb(i int);\r\n\r\n-- é\r\n', -592275319",
        "'create or replace view fv as select 7 as c;\n', -272622998",
    })
    void checksums_are_flyways(String text, int checksum) {
        assertThat(FlywayChecksum.of(text)).isEqualTo(checksum);
    }
}
