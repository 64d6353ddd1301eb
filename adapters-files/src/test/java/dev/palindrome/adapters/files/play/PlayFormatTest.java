package dev.palindrome.adapters.files.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.Drafted;
import dev.palindrome.adapters.files.TestFolder;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.MigrationFormat.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayFormatTest {
    private static final String BOTH = "# --- !Ups\nA;\n# --- !Downs\nB;\n";

    private final PlayFormat format = new PlayFormat();

    @TempDir
    Path path;

    private TestFolder folder;

    @BeforeEach
    void folder() {
        folder = new TestFolder(path);
    }

    private List<String> ups(String text) {
        return pieces(folder.forwards(
                folder.file("1.sql", "-- !Ups\n" + text + "\n-- !Downs\nB;").only(format)));
    }

    private static List<String> pieces(String half) {
        return List.of(half.replaceFirst("^db/1.sql:", "").split("db/1.sql:"));
    }

    @Test
    void a_file_has_two_halves() {
        Migration migration = folder.file("1.sql", """
                        # Users schema

                        # --- !Ups

                        CREATE TABLE a (
                          b int
                        );
                        INSERT INTO a VALUES (1)

                        # --- !Downs
                        DROP TABLE a;
                        """).only(format);
        assertThat(migration.id()).hasToString("1");
        assertThat(migration.description()).isEqualTo("Users schema");
        assertThat(pieces(folder.forwards(migration)))
                .containsExactly("5>CREATE TABLE a (\nb int\n)", "8>INSERT INTO a VALUES (1)");
        assertThat(folder.backwards(migration)).isEqualTo("db/1.sql:11>DROP TABLE a");
        assertThat(migration.files()).containsExactly(path.resolve("1.sql"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"# --- !Ups", "-- !Ups", "--- !Ups", "  #!Ups and more  ", "-- we go !Ups"})
    void markers_are_found_as_play_finds_them(String marker) {
        Migration migration = folder.file("1.sql", marker + "\nA;\n" + marker.replace("Ups", "Downs") + "\nB;\n")
                .only(format);
        assertThat(folder.forwards(migration)).isEqualTo("db/1.sql:2>A");
        assertThat(folder.backwards(migration)).isEqualTo("db/1.sql:4>B");
    }

    @Test
    void sections_of_one_half_follow_each_other() {
        Migration migration = folder.file("1.sql", "-- !Ups\nA;\n-- !Downs\nB;\n-- !Ups\nC\n-- !Downs\nD;\n")
                .only(format);
        assertThat(pieces(folder.forwards(migration))).containsExactly("2>A", "6>C");
        assertThat(pieces(folder.backwards(migration))).containsExactly("4>B", "8>D");
    }

    @Test
    void a_semicolon_that_stands_alone_cuts_and_two_are_one() {
        assertThat(ups("A; B;;C; ;\nD\n;\nINSERT INTO a VALUES ('x;;y');;;\nE"))
                .containsExactly("2>A", "2>B;C", "3>D", "5>INSERT INTO a VALUES ('x;y');;\nE");
    }

    @Test
    void a_cut_within_quotes_or_a_comment_is_a_warning() {
        folder.file("1.sql", "-- !Ups\nA ('x;\ny');\nB -- it; is\n;\n-- !Downs\nC; -- end;\n");
        assertThat(folder.problems(format))
                .containsExactly(
                        "WARNING [play/statement-cut] Play ends the statement at a semicolon of this line, though ' is still"
                                + " open. Write ';;' for a semicolon that ends no statement. (db/1.sql:2)",
                        "WARNING [play/statement-cut] Play ends the statement at a semicolon of this line, though ' is still"
                                + " open. Write ';;' for a semicolon that ends no statement. (db/1.sql:3)",
                        "WARNING [play/statement-cut] Play ends the statement at a semicolon of this line, though -- is still"
                                + " open. Write ';;' for a semicolon that ends no statement. (db/1.sql:4)");
    }

    @Test
    void numbers_go_on_without_a_gap() {
        Contents contents = folder.file("10.sql", BOTH)
                .file("1.sql", BOTH)
                .file("02.sql", BOTH)
                .file("000000000000003.sql", BOTH)
                .read(format);
        assertThat(TestFolder.ids(contents)).containsExactly("1", "2", "3");
        assertThat(folder.problems(format))
                .containsExactly(
                        "ERROR [play/gap] There is no evolution 4, so Play reads neither '10.sql' nor what follows it."
                                + " Add '4.sql', or number them without a gap. (db/10.sql)");
    }

    @Test
    void of_several_spellings_the_one_with_the_fewest_zeros_counts() {
        folder.file("001.sql", "-- !Ups\nX;").file("1.sql", BOTH);
        assertThat(folder.problems(format))
                .containsExactly(
                        "WARNING [play/ignored-file] '001.sql' is ignored, as Play ignores it: '1.sql' has the same"
                                + " number and fewer zeros. Rename it, or move it out of the folder. (db/001.sql)");
        assertThat(folder.forwards(folder.read(format).migrations().get(0))).isEqualTo("db/1.sql:2>A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.sql", "1a.sql", "2.SQL", "0000000000000002.sql"})
    void other_sql_files_are_ignored_with_a_warning(String fileName) {
        assertThat(folder.file("1.sql", BOTH).file(fileName, "X;").problems(format))
                .containsExactly("WARNING [play/ignored-file] '" + fileName
                        + "' is ignored, as Play ignores it: the name is not a number from 1 on and '.sql'. Rename it, or move"
                        + " it out of the folder. (db/" + fileName + ")");
    }

    @Test
    void what_play_drops_is_an_error() {
        assertThat(folder.file("1.sql", "-- a\nX;\n" + BOTH).problems(format))
                .containsExactly(
                        "ERROR [play/dropped-text] Play drops what stands above the first marker. Move it below a"
                                + " line '-- !Ups', or remove it. (db/1.sql:2)");
        assertThat(folder.file("1.sql", "X;\n").problems(format))
                .containsExactly(
                        "ERROR [migration/forwards-missing] '1.sql' has no line '-- !Ups', and Play drops what stands"
                                + " above it. Put one above the SQL. (db/1.sql)");
    }

    @Test
    void no_downs_or_empty_ones_are_no_reversal() {
        assertThat(folder.backwards(folder.file("1.sql", "-- !Ups\nA;\n").only(format)))
                .isEqualTo("absent: db/1.sql has no section '!Downs'");
        assertThat(folder.backwards(folder.file("1.sql", "-- !Ups\nA;\n-- !Downs\n-- nothing\n")
                        .only(format)))
                .isEqualTo("absent: the section '!Downs' of db/1.sql:3 holds no SQL");
    }

    @Test
    void empty_ups_are_a_warning_and_have_nothing_to_reverse() {
        assertThat(folder.file("1.sql", "-- !Ups\n\n-- !Downs\n").problems(format))
                .containsExactly(
                        "WARNING [migration/forwards-missing] Evolution 1 runs nothing: '1.sql' holds no SQL below"
                                + " '-- !Ups'. Add some, unless it is meant as a place holder. (db/1.sql)");
        assertThat(folder.backwards(folder.read(format).migrations().get(0))).isEqualTo("not needed");
    }

    @Test
    void substitutions_are_the_packs_settings() {
        TestFolder set = folder.with(Map.of("Owner", "o$1"), Map.of());
        Migration migration = set.file(
                        "1.sql", "-- !Ups\nA $evolutions{{{owner}}} !$evolutions{{{other}}};\n-- !Downs\nB;\n")
                .only(format);
        assertThat(set.forwards(migration)).isEqualTo("db/1.sql:2>A o$1 $evolutions{{{other}}}");
        assertThat(folder.with(Map.of("owner", "x"), Map.of()).only(format).checksum())
                .isEqualTo(migration.checksum());
        assertThat(folder.problems(format))
                .containsExactly(
                        "ERROR [play/substitution] The substitution 'owner' has no value. Say it in the folder's"
                                + " pack.yaml, 'settings: {owner: …}', or write an exclamation mark before it to keep it as it is."
                                + " (db/1.sql:2)");
    }

    @Test
    void the_hash_is_that_of_downs_and_ups_without_blanks_around_lines() {
        assertThat(Evolution.of(new SourceFile("# --- !Ups\r\n  A;\r\n\r\n# --- !Downs\n\nB;  \n", "1.sql"))
                        .hash())
                .isEqualTo("e5e85258d7193c9efc734e00897bbbb0bc72abef");
    }

    @Test
    void a_draft_has_the_next_number() {
        folder.file("1.sql", BOTH).file("2.sql", BOTH);
        Drafted.by(
                        format,
                        Language.SQL,
                        Instant.EPOCH,
                        "e-mail\naddresses",
                        folder.read(format).migrations())
                .orElseThrow()
                .files()
                .forEach(folder::file);
        assertThat(TestFolder.ids(folder.read(format))).containsExactly("1", "2", "3");
        assertThat(folder.read(format).migrations().get(2).description()).isEqualTo("e-mail addresses");
        assertThat(Drafted.by(format, Language.YAML, Instant.EPOCH, "a", List.of()))
                .isEmpty();
        assertThat(Drafted.by(format, Instant.EPOCH, "")).containsOnlyKeys("1.sql");
    }
}
