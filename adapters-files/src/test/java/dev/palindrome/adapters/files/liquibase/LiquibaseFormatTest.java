package dev.palindrome.adapters.files.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.Drafted;
import dev.palindrome.adapters.files.TestFolder;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.MigrationId;
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

class LiquibaseFormatTest {
    private static final String HEADER = "--liquibase formatted sql\n";

    private final LiquibaseFormat format = new LiquibaseFormat();

    @TempDir
    Path path;

    private TestFolder folder;

    @BeforeEach
    void folder() {
        folder = with(Map.of());
    }

    private TestFolder with(Map<String, String> settings) {
        return new TestFolder(path, new FormatSettings(settings, Map.of(), () -> Optional.of("postgresql")));
    }

    /** One changeset, with these lines below its own. */
    private Migration changeset(String attributes, String... lines) {
        file(attributes, lines);
        return folder.only(format);
    }

    private void file(String attributes, String... lines) {
        folder.file("a.sql", HEADER + "--changeset ann:1 " + attributes + "\n" + String.join("\n", lines) + "\n");
    }

    private List<String> ids() {
        return TestFolder.ids(folder.read(format));
    }

    @Test
    void changesets_are_migrations_with_their_lines() {
        folder.file("a.sql", """

                --  LIQUIBASE formatted SQL

                -- changeset Ann Lee:1
                --comment: customers
                CREATE TABLE customer (id integer);
                -- and
                --rollback DROP TABLE customer;

                CREATE TABLE nick (id integer);
                --rollback DROP TABLE nick;
                --changeset "Ann:Lee":"2 b"
                A;
                --validCheckSum: any
                """);
        Contents contents = folder.read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(TestFolder.ids(contents)).containsExactly("a.sql::1::Ann Lee", "a.sql::2 b::Ann:Lee");
        Migration first = contents.migrations().get(0);
        assertThat(first.description()).isEqualTo("customers");
        assertThat(folder.forwards(first))
                .isEqualTo(
                        "db/a.sql:6>CREATE TABLE customer (id integer);\n-- and\n\n\nCREATE TABLE nick (id integer);");
        assertThat(folder.backwards(first)).isEqualTo("db/a.sql:8>DROP TABLE customer;\n\n\nDROP TABLE nick;");
        assertThat(folder.backwards(contents.migrations().get(1)))
                .isEqualTo("absent: changeset 'a.sql::2 b::Ann:Lee' at db/a.sql:12 has no --rollback");
        assertThat(first.files()).as("a file is several migrations'").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "not required", "Empty"})
    void a_rollback_can_say_that_none_is_needed(String word) {
        assertThat(folder.backwards(changeset("", "A;", "--rollback " + word))).isEqualTo("not needed");
    }

    @Test
    void a_block_is_a_rollback_whose_lines_count() {
        assertThat(folder.backwards(changeset("", "A;", "/* liquibase rollback", "B;", "C; */")))
                .isEqualTo("db/a.sql:5>B;\nC; ");
        file("", "A;", "/* liquibase rollback", "B; -- first", "C;", "*/");
        assertThat(folder.problems(format))
                .containsExactly(
                        "WARNING [liquibase/rollback] Liquibase would execute this differently: it loses the line ends"
                                + " of the block, so that the comment behind -- swallows the rest of the rollback of changeset"
                                + " 'a.sql::1::ann'. Here each line counts. (db/a.sql:5)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rollback|A line --rollback alone is a comment to Liquibase",
                "--rollback empty the table|begins with 'empty' or 'not required', so Liquibase runs nothing of it",
                "-- Rollback drops the table|though it reads like a sentence"
            })
    void a_rollback_that_isnt_what_it_looks_like_is_a_warning(String line, String message) {
        file("", "A;", line);
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith("WARNING [liquibase/rollback] ")
                .contains(message)
                .endsWith("(db/a.sql:4)");
    }

    @Test
    void a_rollback_can_be_the_forwards_half_of_another_changeset() {
        folder.file("a.sql", HEADER + """
                --changeset ann:1
                A;
                --changeset ann:2
                B;
                --rollback changesetId:1 changesetAuthor:ann
                --changeset ann:3
                C;
                --rollback changesetId:9 changesetAuthor:ann changesetPath:x/b.sql
                """);
        assertThat(folder.backwards(folder.read(format).migrations().get(1))).isEqualTo("db/a.sql:3>A;");
        assertThat(folder.problems(format))
                .containsExactly("ERROR [liquibase/rollback] The rollback of changeset 'a.sql::3::ann' is changeset"
                        + " 'x/b.sql::9::ann', which isn't there. Correct its id, author and path. (db/a.sql:9)");
    }

    @Test
    void a_rollback_of_comments_is_none() {
        assertThat(folder.backwards(changeset("", "A;", "--rollback -- later")))
                .isEqualTo("absent: the rollback at db/a.sql:4 holds no SQL");
    }

    @Test
    void the_attributes_say_how_a_changeset_runs() {
        Migration migration = changeset("runInTransaction:false runOnChange:TRUE endDelimiter:@@", "A", "@@", "B@@");
        assertThat(migration.isTransactional(Direction.FORWARDS)).isFalse();
        assertThat(migration.isTransactional(Direction.BACKWARDS)).isFalse();
        assertThat(migration.isRepeatable()).isTrue();
        assertThat(folder.forwards(migration)).isEqualTo("db/a.sql:3>A\ndb/a.sql:4>\nB");
        assertThat(changeset("runOnChange:yes", "A;").isRepeatable())
                .as("only the word true is true")
                .isFalse();
    }

    @Test
    void a_changeset_that_isnt_split_is_left_to_the_dialect_as_a_whole() {
        assertThat(folder.forwards(changeset("splitStatements:false", "A", "/", "B")))
                .isEqualTo("db/a.sql:3>A\n/\nB");
        assertThat(folder.forwards(changeset("rollbackSplitStatements:false splitStatements:true", "A", "/", "B")))
                .isEqualTo("db/a.sql:3>A\ndb/a.sql:4>\nB");
        assertThat(folder.backwards(changeset(
                        "rollbackSplitStatements:false splitStatements:true",
                        "A;",
                        "--rollback B",
                        "--rollback /",
                        "--rollback C")))
                .isEqualTo("db/a.sql:4>B\n/\nC");
        assertThat(folder.backwards(
                        changeset("splitStatements:false", "A;", "--rollback B", "--rollback /", "--rollback C")))
                .isEqualTo("db/a.sql:4>B\ndb/a.sql:5>\nC");
    }

    @Test
    void comments_that_are_none_to_mysql_are_taken_away_as_liquibase_does() {
        assertThat(folder.forwards(changeset("", "A $$", "--x", "$$;")))
                .as("elsewhere they are comments, or none of ours")
                .isEqualTo("db/a.sql:3>A $$\n--x\n$$;");
        folder = new TestFolder(path, new FormatSettings(Map.of(), Map.of(), () -> Optional.of("mysql")));
        Migration migration = changeset(
                "",
                "--add it",
                "A '--x' \"--y\" `--z` 5--1",
                "-- kept",
                "/* --kept */",
                "--",
                "B;",
                "--rollback C--2",
                "--rollback ;");
        assertThat(folder.forwards(migration))
                .isEqualTo("db/a.sql:3>\nA '--x' \"--y\" `--z` 5\n-- kept\n/* --kept */\n--\nB;");
        assertThat(folder.backwards(migration)).isEqualTo("db/a.sql:9>C\n;");
        assertThat(migration.forwards().get(0).fingerprint())
                .as("what counts for the checksum is what is written")
                .startsWith("--add it\n");
        assertThat(folder.forwards(changeset("stripComments:false", "--add it", "A;")))
                .isEqualTo("db/a.sql:3>--add it\nA;");
    }

    @ParameterizedTest
    @CsvSource({
        "mysql, mysql, true",
        "mysql, mariadb, false",
        "mariadb, mysql, false",
        "mariadb, mariadb, true",
        "!mysql, mariadb, true",
        "!mysql, mysql, false",
    })
    void what_is_for_one_of_two_products_is_an_error_until_the_pack_says_which_it_is(
            String dbms, String product, boolean meant) {
        file("dbms:" + dbms, "A;");
        folder = new TestFolder(path, new FormatSettings(Map.of(), Map.of(), () -> Optional.of("mysql")));
        assertThat(folder.problems(format))
                .containsExactly("ERROR [liquibase/dbms-product] A changeset is for '" + dbms
                        + "', and the database is mysql or mariadb: which of them, the URL doesn't tell, and to Liquibase they"
                        + " are two. Say which it is in the settings of the pack, as 'dbms: mysql' or 'dbms: mariadb'."
                        + " (db/a.sql:2)");
        folder =
                new TestFolder(path, new FormatSettings(Map.of("dbms", product), Map.of(), () -> Optional.of("mysql")));
        assertThat(folder.problems(format)).isEmpty();
        assertThat(ids()).hasSize(meant ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql,mariadb", "h2", "!h2", "all", "!mysql,!mariadb"})
    void what_is_for_both_products_or_for_neither_needs_no_setting(String dbms) {
        file("dbms:" + dbms, "A;");
        folder = new TestFolder(path, new FormatSettings(Map.of(), Map.of(), () -> Optional.of("mysql")));
        assertThat(folder.problems(format)).isEmpty();
    }

    @Test
    void a_property_for_one_of_two_products_needs_the_setting_too() {
        folder.file("a.sql", HEADER + """
                --property name:t value:x dbms:mariadb
                --changeset ann:1
                A ${t};
                """);
        folder = new TestFolder(path, new FormatSettings(Map.of(), Map.of(), () -> Optional.of("mysql")));
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith("ERROR [liquibase/dbms-product] A property is for 'mariadb'")
                .endsWith("(db/a.sql:2)");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '1 2 3'",
        "'maxDepth: 1', '1'",
        "'minDepth: 2', '2 3'",
        "'minDepth: 2, maxDepth: 2', '2'",
        "'minDepth: 0, maxDepth: 9', '1 2 3'",
        "'endsWithFilter: \"2.SQL\"', '2'",
    })
    void an_include_of_all_goes_as_deep_as_it_says(String depths, String expected) {
        folder.file("root.yaml", "databaseChangeLog: [{includeAll: {path: db/changes/, " + depths + "}}]")
                .file("changes/1.sql", HEADER + "--changeset a:1\nA;\n")
                .file("changes/a/2.sql", HEADER + "--changeset a:2\nA;\n")
                .file("changes/a/b/3.sql", HEADER + "--changeset a:3\nA;\n");
        assertThat(ids().stream().map(id -> id.replaceAll(".*::(.)::a", "$1"))).containsExactly(expected.split(" "));
    }

    @Test
    void a_depth_at_which_there_is_nothing_and_one_that_is_none_are_errors() {
        folder.file("root.yaml", "databaseChangeLog: [{includeAll: {path: changes, minDepth: 2}}]")
                .file("changes/1.sql", HEADER + "--changeset a:1\nA;\n");
        assertThat(folder.problems(format).get(0)).startsWith("ERROR [liquibase/include-missing]");
        folder.file("root.yaml", "databaseChangeLog: [{includeAll: {path: changes, minDepth: deep}}]");
        assertThat(folder.problems(format).get(0))
                .startsWith("ERROR [liquibase/changelog] The minDepth of the includeAll of 'changes' is 'deep'");
    }

    @Test
    void a_delimiter_that_is_no_regular_expression_is_an_error() {
        file("endDelimiter:((", "A((");
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith("ERROR [liquibase/malformed] The endDelimiter '((' is no regular expression");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql,true",
        "'postgresql,h2',true",
        "h2,false",
        "!h2,true",
        "!postgresql,false",
        "all,true",
        "none,false"
    })
    void changesets_can_be_for_certain_databases(String dbms, boolean meant) {
        file("dbms:" + dbms, "A;");
        assertThat(folder.problems(format)).isEmpty();
        assertThat(ids()).hasSize(meant ? 1 : 0);
    }

    @Test
    void changesets_for_certain_databases_are_left_out_with_a_warning_when_none_is_known() {
        file("dbms:h2", "A;");
        TestFolder nowhere = new TestFolder(path);
        assertThat(nowhere.problems(format))
                .containsExactly(
                        "WARNING [liquibase/dbms-unknown] 1 changesets are for certain databases, and as no database is"
                                + " configured they are left out. Name one with --url. (db/a.sql:2)");
        assertThat(nowhere.read(format).migrations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'','',true",
        "test,'',true",
        "prod,'',false",
        "'prod and !test','',false",
        "'',x,true",
        "'',y,false",
        "test,y,false"
    })
    void contexts_and_labels_choose_changesets(String context, String labels, boolean meant) {
        file("context:\"" + context + "\" labels:\"" + labels + "\"", "A;");
        assertThat(ids()).as("without settings all are meant").hasSize(1);
        folder = with(Map.of("contexts", "test, dev", "labels", "x or z"));
        assertThat(ids()).hasSize(meant ? 1 : 0);
    }

    @Test
    void properties_are_replaced_and_the_first_definition_wins() {
        folder.file("a.sql", HEADER + """
                --property name:Tab value:customer
                --property name:tab value:other
                --property name:h value:x dbms:h2
                --changeset ${tab}:1
                CREATE TABLE ${TAB} (a text DEFAULT '${:tab}', b ${h});
                --rollback DROP TABLE ${tab};
                """);
        Contents contents = folder.read(format);
        assertThat(TestFolder.ids(contents)).containsExactly("a.sql::1::customer");
        assertThat(folder.forwards(contents.migrations().get(0)))
                .isEqualTo("db/a.sql:6>CREATE TABLE customer (a text DEFAULT '${tab}', b ${h});");
        assertThat(folder.backwards(contents.migrations().get(0))).isEqualTo("db/a.sql:7>DROP TABLE customer;");
        assertThat(folder.problems(format))
                .containsExactly(
                        "WARNING [liquibase/unknown-property] The property '${h}' has no value, so it stays as it"
                                + " stands. Define it with --property, or set 'property.h' in the pack's settings. (db/a.sql:6)");
        folder = with(Map.of("property.h", "int", "property.tab", "people"));
        assertThat(folder.forwards(folder.read(format).migrations().get(0)))
                .contains("TABLE people")
                .contains("b int)");
    }

    @Test
    void lines_can_be_ignored() {
        assertThat(folder.forwards(changeset(
                        "", "A;", "--ignoreLines:1", "x", "--ignoreLines:start", "y", "--ignoreLines:end", "B;")))
                .isEqualTo("db/a.sql:3>A;\n\n\n\n\n\nB;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-changeset a:1",
                "--changeset a",
                "--changeset a: 1",
                "--changeset a::",
                "-rollback B;",
                "--comments x",
                "--ignore:1",
                "--ignoreLines:x",
                "/* liquibase rollback"
            })
    void lines_that_liquibase_refuses_are_errors(String line) {
        file("", "A;", line);
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith("ERROR [liquibase/malformed] '" + line + "' ")
                .endsWith("(db/a.sql:4)");
    }

    @Test
    void a_comment_outside_a_changeset_is_refused_as_liquibase_refuses_it() {
        folder.file("a.sql", HEADER + "--comment of nothing\n--changeset ann:1\nA;\n--rollback B;\n");

        assertThat(folder.problems(format))
                .containsExactly(
                        "ERROR [liquibase/malformed] '--comment of nothing' comments on no changeset. Move it below"
                                + " one. Liquibase refuses the file. (db/a.sql:2)");
    }

    @Test
    void only_the_first_header_of_a_file_says_where_it_is() {
        folder.file("a.sql", """
                --liquibase formatted sql logicalFilePath:x.sql
                --changeset ann:1
                A;
                --rollback B;
                --liquibase formatted sql logicalFilePath:y.sql
                --changeset ann:2
                B;
                --rollback B;
                """);
        folder.file("b.sql", """
                --liquibase formatted sql
                --liquibase formatted sql logicalFilePath:z.sql
                --changeset ann:3
                C;
                --rollback B;
                """);

        Contents contents = folder.read(format);

        assertThat(TestFolder.ids(contents)).containsExactly("x.sql::1::ann", "x.sql::2::ann", "b.sql::3::ann");
        assertThat(contents.problems().stream().map(folder::shown))
                .filteredOn(shown -> shown.contains("header"))
                .containsExactly(
                        "WARNING [liquibase/second-header] The logicalFilePath 'y.sql' says nothing, since only the first"
                                + " header of a file counts. Write it there, or behind each changeset. (db/a.sql:5)",
                        "WARNING [liquibase/second-header] The logicalFilePath 'z.sql' says nothing, since only the first"
                                + " header of a file counts. Write it there, or behind each changeset. (db/b.sql:2)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ignore: true",
                "ignore:",
                "context: test",
                "contextFilter: test",
                "labels: @x",
                "runInTransaction: false",
                "runOnChange: true",
                "dbms:  oracle",
                "logicalFilePath: x.sql"
            })
    void an_attribute_with_a_blank_behind_its_colon_says_nothing_as_with_liquibase(String attribute) {
        folder = with(Map.of("contexts", "prod"));
        file(attribute, "A;", "--rollback B;");

        Contents contents = folder.read(format);

        assertThat(TestFolder.ids(contents)).containsExactly("a.sql::1::ann");
        assertThat(contents.migrations().get(0).isTransactional(Direction.FORWARDS))
                .isTrue();
        assertThat(contents.migrations().get(0).isRepeatable()).isFalse();
        String key = attribute.substring(0, attribute.indexOf(':') + 1);
        assertThat(contents.problems().stream().map(folder::shown))
                .containsExactly("WARNING [liquibase/attribute] Liquibase passes over '" + key
                        + "' of changeset 'a.sql::1::ann', since nothing stands directly behind the colon, and so does this."
                        + " Write the value there, without a blank. (db/a.sql:2)");
    }

    @Test
    void a_database_may_have_a_blank_before_it() {
        file("dbms: oracle", "A;", "--rollback B;");
        assertThat(folder.read(format).migrations()).isEmpty();
    }

    @Test
    void what_is_said_of_splitting_the_rollback_counts_for_the_body_as_with_liquibase() {
        String[] lines = {"A;", "go", "B;", "--rollback C;"};
        file("rollbackSplitStatements:false", lines);

        Contents contents = folder.read(format);

        assertThat(folder.forwards(contents.migrations().get(0))).isEqualTo("db/a.sql:3>A;\ngo\nB;");
        assertThat(contents.problems().stream().map(folder::shown))
                .containsExactly(
                        "WARNING [liquibase/split-statements] Liquibase takes rollbackSplitStatements of changeset"
                                + " 'a.sql::1::ann' for splitStatements, too, so that its SQL isn't split either, and so does this."
                                + " If that isn't meant, write splitStatements:true behind it. (db/a.sql:2)");
        file("splitStatements:true rollbackSplitStatements:false", lines);
        assertThat(folder.problems(format)).hasSize(1);
        file("rollbackSplitStatements:false splitStatements:true", lines);
        assertThat(folder.forwards(folder.only(format))).isEqualTo("db/a.sql:3>A;\ndb/a.sql:4>\nB;");
        file("splitStatements:false rollbackSplitStatements:false", lines);
        assertThat(folder.problems(format)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rollbackSqlFile path:b.sql",
                "--tagDatabase: v1",
                "--include file:b.sql",
                "--includeAll path:b"
            })
    void what_only_the_paid_edition_does_is_named(String line) {
        file("", "A;", line);
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith("ERROR [liquibase/paid-edition] '" + line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--precondition-sql-check expectedResult:0 SELECT 1", "-- precondition-table-exists table:t"})
    void preconditions_are_errors_unless_they_are_taken_as_met(String line) {
        file("", "--preconditions onFail:MARK_RAN", line, "A;");
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith("ERROR [liquibase/precondition] '" + line + "' of changeset 'a.sql::1::ann'")
                .endsWith("(db/a.sql:4)");
        folder = with(Map.of("preconditions", "met"));
        assertThat(folder.forwards(folder.only(format))).isEqualTo("db/a.sql:5>A;");
    }

    @Test
    void what_is_done_otherwise_here_is_a_warning() {
        file("runAlways:true failOnError:false", "/*!50003 A */;");
        assertThat(folder.problems(format))
                .hasSize(3)
                .anyMatch(
                        p -> p.startsWith("WARNING [liquibase/run-always] The changeset 'a.sql::1::ann' would be run"))
                .anyMatch(p -> p.startsWith("WARNING [liquibase/fail-on-error] The changeset 'a.sql::1::ann' may fail"))
                .anyMatch(p -> p.startsWith("WARNING [liquibase/executable-comment] The SQL in comments"));
        assertThat(folder.read(format).migrations().get(0).isRepeatable()).isTrue();
        file("runWith:psql", "A;");
        assertThat(folder.problems(format)).singleElement().asString().startsWith("ERROR [liquibase/run-with]");
    }

    @Test
    void what_runs_again_before_others_is_a_warning() {
        folder.file("a.sql", HEADER + "--changeset a:1 runOnChange:true\nA;\n--changeset a:2\nB;\n");
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith(
                        "WARNING [liquibase/run-on-change] The changeset 'a.sql::1::a' runs again when it changes, and so")
                .endsWith("(db/a.sql:2)");
    }

    @Test
    void sql_above_the_first_changeset_does_nothing() {
        folder.file("a.sql", HEADER + "-- prose\nDROP TABLE a;\n--changeset a:1\nA;\n");
        assertThat(folder.problems(format))
                .containsExactly(
                        "WARNING [liquibase/ignored-sql] 'DROP TABLE a;' stands above the first changeset, so it does"
                                + " nothing. Put it into one. (db/a.sql:3)");
    }

    @Test
    void a_changeset_without_sql_is_an_error() {
        file("", "--rollback B;");
        assertThat(folder.problems(format))
                .containsExactly(
                        "ERROR [migration/forwards-missing] The changeset 'a.sql::1::ann' holds no SQL. Write some"
                                + " below it, or remove it. (db/a.sql:2)");
    }

    @Test
    void a_logical_path_stands_for_the_file() {
        folder.file("a.sql", """
                --liquibase formatted sql logicalFilePath:old/x.sql
                --changeset a:1
                A;
                --changeset a:1 logicalFilePath:y.sql
                B;
                """);
        assertThat(ids()).containsExactly("old/x.sql::1::a", "y.sql::1::a");
    }

    @Test
    void a_long_id_ends_in_its_hash() {
        MigrationId one = new ChangesetId("a".repeat(100), "b".repeat(100), "c").migrationId();
        MigrationId other = new ChangesetId("a".repeat(100), "b".repeat(100), "d").migrationId();
        assertThat(one.value()).hasSize(MigrationId.MAX_LENGTH).isNotEqualTo(other.value());
    }

    @Test
    void without_a_changelog_files_go_by_name_and_that_is_said() {
        folder.file("b.sql", HEADER + "--changeset a:1\nB;\n")
                .file("a.sql", HEADER + "--changeset a:1\nA;\n")
                .file("c/d.sql", HEADER + "--changeset a:1\nD;\n")
                .file("x.sql", "SELECT 1;");
        assertThat(ids()).containsExactly("a.sql::1::a", "b.sql::1::a", "c/d.sql::1::a");
        assertThat(folder.problems(format))
                .hasSize(2)
                .anyMatch(p -> p.startsWith("WARNING [liquibase/ignored-file] 'x.sql' is left out"))
                .anyMatch(p ->
                        p.startsWith("WARNING [liquibase/order] No changelog here says in which order the 3 files go"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "root.yaml # databaseChangeLog: [{property: {name: p, value: v}}, {include: {file: b.sql, relativeToChangelogFile: true}},"
                        + " {includeAll: {path: db/changes/}}]",
                "root.json # {\"databaseChangeLog\": [{\"property\": {\"name\": \"p\", \"value\": \"v\"}},"
                        + " {\"include\": {\"file\": \"classpath:db/b.sql\"}}, {\"includeAll\": {\"path\": \"changes\"}}]}",
                "root.xml # <databaseChangeLog xmlns='http://www.liquibase.org/xml/ns/dbchangelog'><property name='p' value='v'/>"
                        + "<include file='b.sql'/><includeAll path='/changes' relativeToChangelogFile='true'/></databaseChangeLog>"
            })
    void a_changelog_orders_the_files(String name, String text) {
        folder.file(name, text)
                .file("b.sql", HEADER + "--changeset a:1\nSELECT ${p};\n")
                .file("changes/2.sql", HEADER + "--changeset a:2\nB;\n")
                .file("changes/1.sql", "RAW ${p};\n");
        assertThat(format.recognises(folder.listed())).isTrue();
        Contents contents = folder.read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(TestFolder.ids(contents))
                .containsExactly("b.sql::1::a", "changes/1.sql::raw::includeAll", "changes/2.sql::2::a");
        assertThat(folder.forwards(contents.migrations().get(0))).isEqualTo("db/b.sql:3>SELECT v;");
    }

    @Test
    void changelogs_include_changelogs_with_contexts() {
        folder = with(Map.of("contexts", "prod"));
        folder.file(
                        "root.yaml",
                        "databaseChangeLog:\n- include: {file: sub/one.yaml}\n- include: {file: a.sql, context: test}\n")
                .file("sub/one.yaml", "databaseChangeLog:\n- include: {file: b.sql, relativeToChangelogFile: true}\n")
                .file("a.sql", HEADER + "--changeset a:1\nA;\n")
                .file("sub/b.sql", HEADER + "--changeset a:1\nB;\n");
        assertThat(folder.problems(format)).isEmpty();
        assertThat(ids()).containsExactly("sub/b.sql::1::a");
    }

    @Test
    void what_a_changelog_holds_besides_is_named() {
        folder.file("root.yaml", """
                databaseChangeLog:
                - changeSet: {id: 7, author: a}
                - include: {file: nowhere.sql}
                - preConditions: []
                - modifyChangeSets: {runWith: psql}
                - includeAll: {path: x, filter: a.b.C}
                """).file("a.txt", HEADER);
        assertThat(folder.problems(format))
                .hasSize(5)
                .allMatch(p -> p.startsWith("ERROR [liquibase/"))
                .anyMatch(p -> p.contains("The changeset '7' isn't formatted SQL") && p.endsWith("(db/root.yaml:2)"))
                .anyMatch(p -> p.contains("includes 'nowhere.sql', which isn't in this folder")
                        && p.endsWith("(db/root.yaml:3)"))
                .anyMatch(p -> p.contains("The preconditions of the changelog") && p.endsWith("(db/root.yaml:4)"))
                .anyMatch(p -> p.contains("'modifyChangeSets' in a changelog isn't carried over")
                        && p.endsWith("(db/root.yaml:5)"))
                .anyMatch(p -> p.contains("with a class in Java") && p.endsWith("(db/root.yaml:6)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "root.yaml # databaseChangeLog:|- include: {file: [}",
                "root.json # {'databaseChangeLog': [|{'include': ]}",
                "root.xml # <databaseChangeLog>|<include file=a.sql/>",
            })
    void a_changelog_that_cannot_be_read_says_where(String name, String text) {
        folder.file(name, text.replace('|', '\n').replace('\'', '"')).file("a.txt", HEADER);
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .contains("The changelog can't be read: ")
                .endsWith("(db/" + name + ":2)");
    }

    @Test
    void an_entry_in_xml_says_where_it_stands() {
        folder.file("root.xml", "<databaseChangeLog>\n\n<include\n file='nowhere.sql'\n/>\n</databaseChangeLog>\n")
                .file("a.txt", HEADER);
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .contains("includes 'nowhere.sql'")
                .endsWith("(db/root.xml:3)");
    }

    @Test
    void a_changelog_that_includes_itself_is_an_error() {
        folder.file("root.yaml", "databaseChangeLog: [{include: {file: root.yaml}}]");
        assertThat(folder.problems(format)).singleElement().asString().contains("'root.yaml' includes itself");
    }

    @Test
    void a_file_that_the_changelog_doesnt_include_is_a_warning() {
        folder.file("root.yaml", "databaseChangeLog: [{include: {file: a.sql}}]")
                .file("a.sql", HEADER + "--changeset a:1\nA;\n")
                .file("sub/b.sql", HEADER + "--changeset a:1\nB;\n")
                .file("sub/c.sql", "C;");
        assertThat(ids()).containsExactly("a.sql::1::a");
        assertThat(folder.problems(format))
                .containsExactly(
                        "WARNING [liquibase/ignored-file] 'sub/b.sql' is left out: the changelog 'root.yaml' doesn't"
                                + " include it. Include it, or move it out of the folder. (db/sub/b.sql)");
    }

    @Test
    void of_several_changelogs_the_root_has_to_be_named() {
        folder.file("one.yaml", "databaseChangeLog: [{include: {file: a.sql}}]")
                .file("two.yaml", "databaseChangeLog: []")
                .file("a.sql", HEADER + "--changeset a:1\nA;\n");
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .startsWith(
                        "ERROR [liquibase/order] The folder has several changelogs, and none that includes the others:"
                                + " one.yaml, two.yaml.");
        folder = with(Map.of("changelog", "one.yaml"));
        assertThat(folder.problems(format)).isEmpty();
        assertThat(ids()).containsExactly("a.sql::1::a");
        folder = with(Map.of("changelog", "three.yaml"));
        assertThat(folder.problems(format))
                .singleElement()
                .asString()
                .contains("names 'three.yaml', which isn't in this");
    }

    @Test
    void no_external_entity_of_an_xml_file_is_read() {
        folder.file(
                        "root.xml",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><databaseChangeLog>&x;"
                                + "<include file='a.sql'/></databaseChangeLog>")
                .file("a.sql", HEADER + "--changeset a:1\nA;\n");
        assertThat(ids()).containsExactly("a.sql::1::a");
        assertThat(folder.problems(format)).isEmpty();
    }

    @Test
    void a_draft_is_a_changeset_without_a_way_back() {
        Map<String, String> files = Drafted.by(format, Instant.parse("2026-11-22T10:15:00Z"), "customer e-mail");
        assertThat(files).containsOnlyKeys("20261122101500_customer_e-mail.sql");
        files.forEach(folder::file);
        Migration migration = folder.only(format);
        assertThat(migration.id()).hasToString("20261122101500_customer_e-mail.sql::20261122101500::palindrome");
        assertThat(migration.description()).isEqualTo("customer e-mail");
        assertThat(folder.backwards(migration)).startsWith("absent: ");
    }
}
