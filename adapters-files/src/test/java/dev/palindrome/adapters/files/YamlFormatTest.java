package dev.palindrome.adapters.files;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.palindrome.adapters.files.golangmigrate.GolangMigrateFormat;
import dev.palindrome.adapters.files.yaml.MigrationSchema;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.MigrationFormat.Draft;
import dev.palindrome.spi.MigrationFormat.Language;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.operation.Located;
import dev.palindrome.spi.operation.Sql;
import java.nio.charset.StandardCharsets;
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

/** YAML files in a folder of ours. */
class YamlFormatTest {
    private static final String DROP = "operations:\n  - dropTable: {table: customer}\n";

    private final PalindromeFormat format = new PalindromeFormat();

    @TempDir
    Path path;

    private TestFolder folder;

    @BeforeEach
    void folder() {
        folder = new TestFolder(path);
    }

    @Test
    void the_name_gives_id_and_description_as_for_sql() {
        Migration migration = folder.file("0001__old_customers.yaml", DROP).only(format);
        assertThat(migration.id()).hasToString("0001");
        assertThat(migration.description()).isEqualTo("old customers");
        assertThat(migration.files()).containsExactly(path.resolve("0001__old_customers.yaml"));
        assertThat(folder.shown(migration.location().toString())).isEqualTo("db/0001__old_customers.yaml:1");
        assertThat(migration.reversal()).isInstanceOf(Reversal.Mirrored.class);
        assertThat(migration.isFake()).isFalse();
        assertThat(migration.isTransactional(Direction.FORWARDS)).isTrue();
    }

    @Test
    void the_file_says_it_better() {
        Migration migration = folder.file(
                        "customers.yml",
                        "id: 2026-11-22T10-15-00-000000\ndescription: no customers\n"
                                + "dependsOn: [1, crm:7]\ntransaction: none\n" + DROP)
                .only(format);
        assertThat(migration.id()).hasToString("2026-11-22T10-15-00-000000");
        assertThat(migration.description()).isEqualTo("no customers");
        assertThat(migration.dependsOn()).map(Object::toString).containsExactlyInAnyOrder("shop:1", "crm:7");
        assertThat(migration.isTransactional(Direction.FORWARDS)).isFalse();
    }

    @Test
    void more_lists_in_one_another_than_anybody_writes_are_refused() {
        assertThat(folder.file("1.yaml", "operations:\n" + "- ".repeat(2_000) + "a\n")
                        .read(format)
                        .problems())
                .first()
                .satisfies(problem -> assertThat(problem.message()).contains("This is no YAML", "nesting depth"));
    }

    @Test
    void what_is_only_recorded_needs_no_operations() {
        assertThat(folder.file("1.yaml", "fake: true\n").only(format).isFake()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0007__a.yaml, 0007",
        "7.yaml, 7",
        "a__b.yaml, a",
        "customers.yaml, 0007",
        "a.b.yml, x",
        "e\u0301__b.yaml, \u00e9"
    })
    void an_id_agrees_with_a_name_that_has_one(String name, String id) {
        assertThat(folder.file(name, "id: " + id + "\n" + DROP).only(format).id())
                .hasToString(id);
    }

    @ParameterizedTest
    @CsvSource({"0007__a.yaml, 0008, 0007", "7.yaml, 07, 7", "0007_a.yaml, 0007, 0007_a", "a__b.yaml, b, a"})
    void an_id_that_differs_from_the_names_is_an_error(String name, String id, String nameId) {
        assertThat(folder.file(name, "description: a\nid: " + id + "\n" + DROP).problems(format))
                .containsExactly("ERROR [migration/malformed] The id is '" + id + "' here and '" + nameId
                        + "' in the file's name, '" + name + "'. Make them agree, or leave one out. (db/" + name
                        + ":2)");
    }

    @Test
    void an_id_that_is_none_is_an_error() {
        assertThat(folder.file("customers.yaml", "id: ' a'\n" + DROP).problems(format))
                .containsExactly("ERROR [migration/malformed] ' a' is no id for a migration. A migration id must not be"
                        + " blank, nor begin or end with a blank. Write another. (db/customers.yaml:1)");
    }

    @Test
    void sql_and_yaml_go_in_the_order_of_their_ids() {
        Contents contents = folder.file("10__a.yaml", DROP)
                .file("9__b.sql", "-- forwards\nA;\n")
                .file("customers.yml", "id: 2\n" + DROP)
                .file("1__c.YAML", DROP)
                .read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(TestFolder.ids(contents)).containsExactly("1", "2", "9", "10");
    }

    @Test
    void two_files_with_one_id_are_an_error_whatever_they_are_written_in() {
        assertThat(folder.file("1__a.sql", "-- forwards\nA;\n")
                        .file("1__b.yaml", DROP)
                        .file("x.yaml", "id: 2\n" + DROP)
                        .file("y.yaml", "id: 02\n" + DROP)
                        .problems(format))
                .containsExactly(
                        "ERROR [migration/duplicate] '1__a.sql' and '1__b.yaml' both have the migration id '1'. Give one"
                                + " of them another id. (db/1__b.yaml)",
                        "ERROR [migration/duplicate] 'x.yaml' and 'y.yaml' have ids that differ in leading zeros only,"
                                + " '2' and '02'. Give one of them another number. (db/y.yaml)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1__a.forwards.yaml", "1__a.backward.yml", "1_a.down.yaml"})
    void a_migration_in_yaml_has_no_halves(String name) {
        assertThat(folder.file(name, DROP).problems(format))
                .containsExactly("ERROR [migration/malformed] '" + name + "' is named like half of a migration, but one"
                        + " in YAML is always whole. Rename the file to ID__description.yaml. (db/" + name + ")");
    }

    @Test
    void settings_are_no_migrations() {
        Contents contents = folder.file("pack.yaml", "dependsOn: []\n")
                .file("palindrome.yaml", "database: {}\n")
                .file("migration.schema.json", "{}")
                .read(format);
        assertThat(contents.migrations()).isEmpty();
        assertThat(contents.problems()).isEmpty();
    }

    @Test
    void all_that_is_wrong_is_said_and_the_others_are_read() {
        assertThat(folder.file("1.yaml", "descripton: a\noperations:\n  - dropTabel: {}\n")
                        .file("2.yaml", "id: 3\noperations:\n  - dropTable: {}\n")
                        .file("4.yaml", DROP)
                        .problems(format))
                .containsExactlyInAnyOrder(
                        "ERROR [migration/malformed] Column 1: A migration has no property 'descripton'. Did you mean"
                                + " 'description'? (db/1.yaml:1)",
                        "ERROR [migration/malformed] Column 5: There is no operation 'dropTabel'. Did you mean"
                                + " 'dropTable'? (db/1.yaml:3)",
                        "ERROR [migration/malformed] The id is '3' here and '2' in the file's name, '2.yaml'. Make them"
                                + " agree, or leave one out. (db/2.yaml:1)",
                        "ERROR [migration/malformed] Column 16: dropTable needs 'table', the table. Add it."
                                + " (db/2.yaml:3)");
        assertThat(TestFolder.ids(folder.read(format))).containsExactly("4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"description: a\noperations:\n  # later\n", "description: a\noperations: []\n"})
    void a_migration_without_operations_is_an_error(String text) {
        assertThat(folder.file("1.yaml", text).problems(format))
                .containsExactly(
                        "ERROR [migration/forwards-missing] Migration '1' has no operations to go forwards with."
                                + " Write them below 'operations:', or write 'fake: true' if the migration is only to be"
                                + " recorded. (db/1.yaml:2)");
    }

    @Test
    void sql_knows_its_line_wherever_it_stands() {
        Migration migration = folder.file("1.yaml", """
                        operations:
                          - sql: ANALYZE
                          - sql:
                              forwards: |
                                UPDATE a SET b = 1;

                                UPDATE a SET b = 2;
                              backwards: |

                                UPDATE a SET b = 3;
                          - sql: {backwards: none needed,
                              forwards: "A;
                              B"}
                          - sql:
                              # why
                              forwards:
                                C
                        """).only(format);
        assertThat(migration.forwards().stream()
                        .map(operation -> (Sql) ((Located) operation).operation())
                        .map(sql -> sql.location().line() + " "
                                + sql.backwardsLocation().line())
                        .toList())
                .isEqualTo(List.of("2 2", "5 9", "12 11", "17 16"));
    }

    @Test
    void a_file_means_the_same_with_the_line_ends_of_windows_and_a_byte_order_mark() {
        String text = """
                id: 1
                description: Größe
                operations:
                  - sql:
                      forwards: |
                        A;
                        B;
                      backwards: none needed
                """;
        Migration unix = folder.file("1__a.yaml", text).only(format);
        Migration windows = folder.file("1__a.yaml", ("\uFEFF" + text).replace("\n", "\r\n"))
                .only(format);
        assertThat(windows.checksum()).isEqualTo(unix.checksum());
        assertThat(windows.description()).isEqualTo("Größe");
        assertThat(((Sql) ((Located) windows.forwards().get(0)).operation())
                        .location()
                        .line())
                .isEqualTo(6);
        assertThat(folder.file("1__a.yaml", text.replace("B;", "C;").replace("\n", "\r\n"))
                        .only(format)
                        .checksum())
                .isNotEqualTo(unix.checksum());
    }

    @Test
    void bytes_that_are_no_utf_8_are_an_error() {
        assertThat(folder.file("1__a.yaml", "id: 1\ndescription: Größe\n".getBytes(StandardCharsets.ISO_8859_1))
                        .problems(format))
                .containsExactly("ERROR [migration/malformed] The file '1__a.yaml' is not UTF-8. Save it with that"
                        + " encoding. (db/1__a.yaml:2)");
    }

    @Test
    void a_character_is_one_column_whatever_it_takes_in_memory() {
        assertThat(folder.file("1.yaml", "operations:\n  - comment: {table: a, comment: 😀, colum: b}\n")
                        .problems(format))
                .containsExactly("ERROR [migration/malformed] Column 37: comment has no property 'colum'. Did you mean"
                        + " 'column'? (db/1.yaml:2)");
    }

    @Test
    void a_draft_says_what_to_do_and_has_the_schema_beside_it() {
        Draft draft = draft("Customer \"e-mail\"\n addresses");
        assertThat(draft.files()).isEqualTo(Map.of("2026-11-22T10-15-00-000042__customer_e-mail_addresses.yaml", """
                # yaml-language-server: $schema=migration.schema.json
                description: "Customer \\"e-mail\\" addresses"
                operations:
                  # Write here what the migration changes. What takes it back is derived from that, but for SQL. For instance:
                  #
                  # - addColumn:
                  #     table: customer
                  #     column: {name: email, type: varchar(254)}
                  # - sql:
                  #     forwards: UPDATE customer SET email = lower(email)
                  #     backwards: none needed
                """));
        assertThat(draft.companions()).isEqualTo(Map.of("migration.schema.json", MigrationSchema.text()));
    }

    @Test
    void a_draft_as_it_is_runs_nowhere_and_what_it_suggests_can_be_run() {
        String description = "a \"b\" \\ c: #d 😀";
        draft(description).files().forEach(folder::file);
        assertThat(folder.problems(format)).hasSize(1).first().asString().contains("[migration/forwards-missing]");
        assertThat(format.recognises(folder.listed())).isTrue();
        draft(description)
                .files()
                .forEach((name, text) ->
                        folder.file(name, text.replace("# -", "-").replace("#    ", "    ")));
        Migration migration = folder.only(format);
        assertThat(migration.id()).hasToString("2026-11-22T10-15-00-000042");
        assertThat(migration.description()).isEqualTo(description);
        assertThat(migration.forwards()).hasSize(2);
    }

    @Test
    void other_formats_draft_no_yaml() {
        assertThat(Drafted.by(new GolangMigrateFormat(), Language.YAML, Instant.EPOCH, "a"))
                .isEmpty();
        assertThat(Drafted.by(new GolangMigrateFormat(), Language.SQL, Instant.EPOCH, "a"))
                .get()
                .matches(
                        draft -> draft.files().size() == 2 && draft.companions().isEmpty());
    }

    private Draft draft(String description) {
        return Drafted.by(format, Language.YAML, Instant.parse("2026-11-22T10:15:00.000042Z"), description)
                .orElseThrow();
    }

    @Test
    void a_large_file_is_read() {
        StringBuilder text = new StringBuilder("operations:\n  - insertRows:\n      table: word\n      rows:\n");
        for (int i = 0; i < 70_000; i++) {
            text.append("        - {id: ").append(i).append(", word: 'a word of some length'}\n");
        }
        assertThat(folder.file("1.yaml", text.toString()).only(format).forwards())
                .hasSize(1);
    }

    @Test
    void a_long_line_is_read_in_no_time() {
        StringBuilder text = new StringBuilder("operations: [insertRows: {table: word, rows: [");
        for (int i = 0; i < 20_000; i++) {
            text.append("{id: ").append(i).append(", word: 'a word of some length'}, ");
        }
        folder.file("1.yaml", text.append("]}]").toString());
        assertThat(assertTimeout(ofSeconds(30), () -> folder.only(format)).forwards())
                .hasSize(1);
    }
}
