package dev.palindrome.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.ProblemCodes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PalindromeFormatTest {
    private static final String BOTH = "-- forwards\nA;\n-- backwards\nB;\n";

    private final PalindromeFormat format = new PalindromeFormat();

    @TempDir
    Path path;

    private TestFolder folder;

    @BeforeEach
    void folder() {
        folder = new TestFolder(path);
    }

    @Test
    void the_name_gives_id_and_description() {
        Migration migration =
                folder.file("0001_x__customer_e-mail__addresses_.sql", BOTH).only(format);
        assertThat(migration.id()).hasToString("0001_x");
        assertThat(migration.description()).isEqualTo("customer e-mail  addresses");
        assertThat(migration.files()).containsExactly(path.resolve("0001_x__customer_e-mail__addresses_.sql"));
    }

    @Test
    void a_name_without_two_low_lines_is_an_id() {
        Migration migration = folder.file("0001_managers.SQL", BOTH).only(format);
        assertThat(migration.id()).hasToString("0001_managers");
        assertThat(migration.description()).isEmpty();
    }

    @Test
    void the_header_describes_better_than_the_name() {
        assertThat(folder.file("1__a.sql", "-- palindrome: description=\"The_first\"\n" + BOTH)
                        .only(format)
                        .description())
                .isEqualTo("The_first");
    }

    @Test
    void a_dependency_without_an_app_is_one_of_the_folders_own_app() {
        assertThat(folder.file("2__a.sql", "-- palindrome: depends=1,crm:7\n" + BOTH)
                        .only(format)
                        .dependsOn())
                .map(Object::toString)
                .containsExactlyInAnyOrder("shop:1", "crm:7");
    }

    @Test
    void names_may_have_any_letters_and_are_the_same_however_a_file_system_writes_accents() {
        Migration composed = folder.file("1é__Größe_名.sql", BOTH).only(format);
        assertThat(composed.id()).hasToString("1é");
        assertThat(composed.description()).isEqualTo("Größe 名");
        PalindromeName decomposed = PalindromeName.parse("1e\u0301__Gro\u0308\u00dfe.sql", composed.location());
        assertThat(decomposed.id()).isEqualTo(composed.id());
        assertThat(decomposed.description()).isEqualTo("Größe");
    }

    @Test
    void migrations_go_in_the_order_of_their_ids() {
        Contents contents = folder.file("10__a.sql", BOTH)
                .file("9__b.sql", BOTH)
                .file("2026-11-22T10-15-00-000000__c.sql", BOTH)
                .file("0001__d.sql", BOTH)
                .read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(TestFolder.ids(contents)).containsExactly("0001", "9", "10", "2026-11-22T10-15-00-000000");
    }

    @Test
    void other_files_are_not_looked_at() {
        byte[] noText = {(byte) 0xff, (byte) 0xfe};
        Contents contents = folder.file("1__a.sql", BOTH)
                .file("pack.yaml", noText)
                .file("README.md", noText)
                .file("1__a.sql.bak", noText)
                .file(".hidden.sql", noText)
                .file("sql", noText)
                .read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(TestFolder.ids(contents)).containsExactly("1");
    }

    @Test
    void an_empty_folder_has_nothing() {
        Contents contents = folder.read(format);
        assertThat(contents.migrations()).isEmpty();
        assertThat(contents.problems()).isEmpty();
    }

    @Test
    void two_files_with_one_id_are_an_error_that_names_both() {
        assertThat(folder.file("1__a.sql", BOTH)
                        .file("1__b.sql", BOTH)
                        .file("2__c.sql", BOTH)
                        .problems(format))
                .containsExactly(
                        "ERROR [migration/duplicate] '1__a.sql' and '1__b.sql' both have the migration id '1'. Give"
                                + " one of them another id. (db/1__b.sql)");
        assertThat(TestFolder.ids(folder.read(format))).containsExactly("2");
        assertThat(folder.read(format).problems().get(0).code()).isEqualTo(ProblemCodes.MIGRATION_DUPLICATE);
    }

    @Test
    void ids_that_differ_in_leading_zeros_only_are_an_error() {
        assertThat(folder.file("01__a.sql", BOTH).file("1__b.sql", BOTH).problems(format))
                .containsExactly(
                        "ERROR [migration/duplicate] '01__a.sql' and '1__b.sql' have ids that differ in leading zeros"
                                + " only, '01' and '1'. Give one of them another number. (db/1__b.sql)");
        assertThat(folder.file("01__a.sql", BOTH)
                        .file("1__b.sql", BOTH)
                        .file("001.sql", BOTH)
                        .problems(format))
                .hasSize(2);
    }

    @Test
    void a_name_without_an_id_is_an_error() {
        assertThat(folder.file("__a.sql", BOTH).problems(format))
                .containsExactly("ERROR [migration/malformed] The name '__a.sql' doesn't begin with a migration's id. A"
                        + " migration id must not be blank, nor begin or end with a blank. Rename the file to"
                        + " ID__description.sql. (db/__a.sql)");
        assertThat(folder.file("1 __a.sql", BOTH).problems(format)).hasSize(2);
    }

    @Test
    void a_pair_of_files_is_one_migration() {
        Migration migration = folder.file("1__a_b.forwards.sql", "-- palindrome: fake=false\nA;\n")
                .file("1__other.backwards.sql", "\nB;\n")
                .only(format);
        assertThat(migration.id()).hasToString("1");
        assertThat(migration.description()).isEqualTo("a b");
        assertThat(folder.forwards(migration)).isEqualTo("db/1__a_b.forwards.sql:2>A;");
        assertThat(folder.backwards(migration)).isEqualTo("db/1__other.backwards.sql:2>B;");
        assertThat(migration.files())
                .containsExactly(path.resolve("1__a_b.forwards.sql"), path.resolve("1__other.backwards.sql"));
    }

    @Test
    void a_pair_may_lack_its_backwards_file() {
        Migration migration = folder.file("1.forwards.sql", "A;").only(format);
        assertThat(folder.backwards(migration))
                .isEqualTo("absent: there is no backwards file beside db/1.forwards.sql");
    }

    @Test
    void an_empty_backwards_file_is_no_reversal_unless_it_says_so() {
        folder.file("1.forwards.sql", "A;").file("1.backwards.sql", "-- later\n");
        assertThat(folder.backwards(folder.only(format)))
                .isEqualTo("absent: db/1.backwards.sql holds no SQL; if there is nothing to reverse, it should say"
                        + " '-- backwards: none needed'");
        folder.file("1.backwards.sql", "-- this was an ANALYZE\n-- backwards: none needed\n");
        assertThat(folder.backwards(folder.only(format))).isEqualTo("not needed");
        folder.file("1.backwards.sql", "-- backwards: irreversible because it is late\n");
        assertThat(folder.backwards(folder.only(format))).isEqualTo("absent: irreversible because it is late");
    }

    @Test
    void a_lone_backwards_file_is_an_error() {
        assertThat(folder.file("1__a.backwards.sql", "B;").problems(format))
                .containsExactly(
                        "ERROR [migration/forwards-missing] Migration '1' has only a backwards file,"
                                + " '1__a.backwards.sql'. Add '1__a.forwards.sql', or remove this file. (db/1__a.backwards.sql)");
    }

    @Test
    void an_empty_forwards_file_is_an_error() {
        assertThat(folder.file("1.forwards.sql", "")
                        .file("1.backwards.sql", "B;")
                        .problems(format))
                .containsExactly(
                        "ERROR [migration/forwards-missing] Migration '1' has no SQL to go forwards with. Write it"
                                + " into this file, or let the header say fake=true if the migration is only to be recorded."
                                + " (db/1.forwards.sql:1)");
    }

    @Test
    void a_whole_file_and_a_half_with_one_id_are_an_error() {
        assertThat(folder.file("1__a.sql", "A;")
                        .file("1__a.backwards.sql", "B;")
                        .problems(format))
                .containsExactly(
                        "ERROR [migration/duplicate] '1__a.backwards.sql' and '1__a.sql' both have the migration id"
                                + " '1'. A migration is one file, or a pair that ends in '.forwards.sql' and '.backwards.sql'."
                                + " Rename one of them. (db/1__a.sql)");
    }

    @Test
    void two_halves_of_one_kind_are_an_error_that_names_these_two() {
        assertThat(folder.file("1__a.backwards.sql", "B;")
                        .file("1__a.forwards.sql", "A;")
                        .file("1__b.forwards.sql", "A;")
                        .problems(format))
                .containsExactly("ERROR [migration/duplicate] '1__a.forwards.sql' and '1__b.forwards.sql' both have the"
                        + " migration id '1'. Give one of them another id. (db/1__b.forwards.sql)");
    }

    @Test
    void the_halves_of_a_pair_have_the_same_id_to_the_letter() {
        assertThat(folder.file("01.forwards.sql", "A;")
                        .file("1.backwards.sql", "B;")
                        .problems(format))
                .hasSize(1)
                .first()
                .asString()
                .contains("differ in leading zeros only");
    }

    @Test
    void the_files_of_a_pair_have_no_sections() {
        String remedy =
                "stands in a file that is one half of a pair. Remove the line, or put both halves into one file.";
        assertThat(folder.file("1.forwards.sql", BOTH)
                        .file("1.backwards.sql", "-- palindrome: fake=true\n-- backwards\nB;")
                        .problems(format))
                .containsExactly(
                        "ERROR [migration/malformed] A section marker, '-- forwards', " + remedy
                                + " (db/1.forwards.sql:1)",
                        "ERROR [migration/malformed] A section marker, '-- backwards', " + remedy
                                + " (db/1.forwards.sql:3)",
                        "ERROR [migration/malformed] A header line stands in the backwards file of a pair. Move it to the"
                                + " forwards file. (db/1.backwards.sql:1)",
                        "ERROR [migration/malformed] A section marker, '-- backwards', " + remedy
                                + " (db/1.backwards.sql:2)");
    }

    @Test
    void a_name_that_is_almost_half_of_a_pair_is_an_error() {
        assertThat(folder.file("1__a.backward.sql", "B;").problems(format))
                .containsExactly(
                        "ERROR [migration/malformed] '1__a.backward.sql' is named almost like half of a pair. Rename it"
                                + " to end in '.backwards.sql'. (db/1__a.backward.sql)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2_b.down.sql", "x.DOWN.sql", "2__b.up.sql", "2_b.undo.sql", "2__b.rollback.sql", "U2__b.sql"})
    void half_a_migration_of_another_tool_is_an_error_since_an_undo_would_run_forwards(String name) {
        assertThat(folder.file("1__a.sql", BOTH).file(name, "B;").problems(format))
                .containsExactly(
                        "ERROR [migration/malformed] '" + name + "' is named like half of a migration of another tool."
                                + " Read the folder in that tool's format with --format, or rename the file to end in"
                                + " '.forwards.sql' or '.backwards.sql'. (db/" + name + ")");
        assertThat(TestFolder.ids(folder.read(format))).containsExactly("1");
    }

    @Test
    void bytes_that_are_no_utf_8_are_an_error_and_the_others_are_read() {
        byte[] latin1 = {'A', (byte) 0xe9, ';'};
        assertThat(folder.file("1__a.sql", latin1).file("2__b.sql", BOTH).problems(format))
                .containsExactly(
                        "ERROR [migration/malformed] The file '1__a.sql' is not UTF-8. Save it with that encoding."
                                + " (db/1__a.sql:1)");
        assertThat(TestFolder.ids(folder.read(format))).containsExactly("2");
    }

    @Test
    void a_draft_is_one_file_that_says_what_to_do() {
        assertThat(Drafted.by(format, Instant.parse("2026-11-22T10:15:00.000042Z"), "Customer \"e-mail\" addresses"))
                .isEqualTo(Map.of("2026-11-22T10-15-00-000042__customer_e-mail_addresses.sql", """
                        -- palindrome: description="Customer \\"e-mail\\" addresses"

                        -- forwards
                        -- Write here, in SQL, what the migration changes.

                        -- backwards
                        -- Write here what brings the schema and the data back to what they were.
                        -- If there is nothing to bring back, make the marker above read '-- backwards: none needed'.
                        -- If it can't be done, say why: '-- backwards: irreversible because …'.
                        """));
    }

    @Test
    void a_draft_that_is_filled_in_reads_as_it_was_asked_for() {
        String description = "a \"b\" \\ c";
        Drafted.by(format, Instant.parse("2026-11-22T10:15:00Z"), description + "\n\td ")
                .forEach((name, text) -> folder.file(
                        name,
                        text.replace("-- Write here, in", "A;\n-- in").replace("-- Write here what", "B;\n-- what")));
        Migration migration = folder.only(format);
        assertThat(migration.id()).hasToString("2026-11-22T10-15-00-000000");
        assertThat(migration.description()).isEqualTo(description + " d");
        assertThat(folder.forwards(migration)).contains("A;");
        assertThat(folder.backwards(migration)).contains("B;");
        assertThat(format.recognises(folder.listed())).isTrue();
    }

    @Test
    void a_draft_as_it_is_runs_nowhere() {
        Drafted.by(format, Instant.EPOCH, "").forEach(folder::file);
        assertThat(folder.listed().fileNames()).containsExactly("1970-01-01T00-00-00-000000.sql");
        assertThat(folder.problems(format)).hasSize(1).first().asString().contains("[migration/forwards-missing]");
        assertThat(format.recognises(folder.listed())).isTrue();
    }
}
