package dev.palindrome.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairingTest {
    @Test
    void only_what_has_run_is_taken_back() {
        Pairing half = half(
                List.of("CREATE TABLE a (id int)", "CREATE INDEX i ON a (id)"),
                List.of("CREATE TABLE b (id int)", "ALTER TABLE a ADD COLUMN x int"));

        assertThat(chosen(half, "ALTER TABLE a DROP COLUMN x", "DROP TABLE b", "DROP INDEX i", "DROP TABLE a"))
                .containsExactly("DROP INDEX i", "DROP TABLE a");
    }

    @Test
    void rows_are_taken_back_if_all_or_none_of_their_changes_have_run() {
        Pairing all = half(List.of("INSERT INTO a VALUES (1)"), List.of("INSERT INTO b VALUES (1)"));
        assertThat(chosen(all, "DELETE FROM b", "DELETE FROM a")).containsExactly("DELETE FROM a");

        Pairing some = half(List.of("INSERT INTO a VALUES (1)"), List.of("INSERT INTO a VALUES (2)"));
        assertThatThrownBy(() -> chosen(some, "DELETE FROM a"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'DELETE FROM a'");
    }

    @Test
    void rows_that_nothing_in_the_half_changes_are_not_guessed_at() {
        Pairing half = half(List.of("CREATE TABLE a (id int)"), List.of());

        assertThatThrownBy(() -> chosen(half, "UPDATE settings SET x = 1")).hasMessageContaining("journal/unpaired");
    }

    @Test
    void a_statement_about_what_has_run_and_what_has_not_is_not_torn() {
        Pairing half = half(List.of("CREATE TABLE a (id int)"), List.of("CREATE TABLE b (id int)"));

        assertThatThrownBy(() -> chosen(half, "DROP TABLE a, b")).hasMessageContaining("journal/unpaired");
    }

    @Test
    void what_nobody_can_read_has_run_could_belong_to_anything() {
        Pairing half = half(List.of("CALL make_tables()"), List.of());

        assertThatThrownBy(() -> chosen(half, "DROP TABLE a")).hasMessageContaining("journal/unpaired");
    }

    @Test
    void settings_run_in_any_case_and_code_in_none() {
        Pairing half = half(List.of("CREATE TABLE a (id int)"), List.of());

        assertThat(chosen(half, "SET lock_timeout = 1", "DROP TABLE a"))
                .containsExactly("SET lock_timeout = 1", "DROP TABLE a");
        List<Instruction> code = List.of(new JavaCode("x", database -> {}, Location.of("x")));
        assertThatThrownBy(() -> half.counterpart(code)).hasMessageContaining("journal/unpaired");
    }

    @Test
    void names_are_the_same_whatever_their_quotes_and_case() {
        Pairing half = half(List.of("CREATE TABLE `Order` (id int)", "ALTER TABLE `Order` ADD `x` int"), List.of());

        assertThat(chosen(half, "ALTER TABLE \"Order\" DROP COLUMN X", "DROP TABLE [ORDER]"))
                .hasSize(2);
    }

    @Test
    void what_has_another_name_by_now_is_not_left_behind() {
        Pairing half = half(
                List.of("CREATE TABLE a (id int)"), List.of("ALTER TABLE a RENAME TO b", "CREATE TABLE c (id int)"));

        assertThatThrownBy(() -> chosen(half, "DROP TABLE c", "DROP TABLE b"))
                .hasMessageContaining("journal/unpaired")
                .hasMessageContaining("what has been done to 'a'");
        assertThat(chosen(half, "DROP TABLE c", "ALTER TABLE b RENAME TO a", "DROP TABLE a"))
                .containsExactly("DROP TABLE a");
    }

    @Test
    void what_got_another_name_is_taken_back_by_it() {
        Pairing half = half(
                List.of("CREATE TABLE a (id int)", "ALTER TABLE a RENAME TO b"), List.of("CREATE TABLE c (id int)"));

        assertThat(chosen(half, "DROP TABLE c", "DROP TABLE b")).containsExactly("DROP TABLE b");
        assertThat(chosen(half, "DROP TABLE c", "RENAME TABLE b TO a", "DROP TABLE a"))
                .containsExactly("RENAME TABLE b TO a", "DROP TABLE a");
    }

    @Test
    void a_name_that_two_things_have_in_turn_is_not_taken_away_twice() {
        Pairing half = half(
                List.of("CREATE TABLE a (id int)"), List.of("ALTER TABLE a RENAME TO b", "CREATE TABLE a (id int)"));

        assertThatThrownBy(() -> chosen(half, "DROP TABLE a", "ALTER TABLE b RENAME TO a", "DROP TABLE a"))
                .hasMessageContaining("journal/unpaired");
    }

    @Test
    void a_part_of_what_got_another_name_is_not_guessed_at() {
        Pairing half = half(
                List.of("ALTER TABLE a RENAME TO b"),
                List.of("ALTER TABLE b ADD COLUMN x int", "CREATE TABLE c (id int)"));

        assertThatThrownBy(
                        () -> chosen(half, "DROP TABLE c", "ALTER TABLE b RENAME TO a", "ALTER TABLE a DROP COLUMN x"))
                .hasMessageContaining("'ALTER TABLE a DROP COLUMN x'");
    }

    @Test
    void what_went_with_its_table_comes_back_with_it() {
        Pairing half = half(List.of("DROP TABLE a"), List.of("DROP TABLE b"));

        assertThat(chosen(
                        half,
                        "CREATE TABLE b (id int)",
                        "INSERT INTO b VALUES (1)",
                        "CREATE TABLE a (id int)",
                        "CREATE INDEX i ON a (id)",
                        "INSERT INTO a VALUES (1)"))
                .containsExactly("CREATE TABLE a (id int)", "CREATE INDEX i ON a (id)", "INSERT INTO a VALUES (1)");
    }

    @Test
    void what_neither_part_of_the_half_tells_of_is_not_guessed_at() {
        Pairing half = half(List.of("DROP TABLE a CASCADE"), List.of("DROP TABLE b"));

        assertThatThrownBy(() ->
                        chosen(half, "CREATE TABLE b (id int)", "CREATE TABLE a (id int)", "CREATE VIEW v AS SELECT 1"))
                .hasMessageContaining("'CREATE VIEW v AS SELECT 1'");
    }

    @Test
    void without_the_pack_what_was_made_is_taken_away_and_no_change_is_picked() {
        Pairing half = new Pairing(List.of("CREATE TABLE a (id int)", "INSERT INTO a VALUES (1)"), Optional.empty());

        assertThat(chosen(half, "DROP TABLE b", "DROP TABLE a")).containsExactly("DROP TABLE a");
        assertThatThrownBy(() -> chosen(half, "DELETE FROM a", "DROP TABLE a")).hasMessageContaining("'DELETE FROM a'");
        assertThatThrownBy(() -> chosen(half, "DROP TABLE b")).hasMessageContaining("what has been done to 'a'");
        assertThatThrownBy(() -> chosen(half, "CREATE VIEW v AS SELECT 1", "DROP TABLE a"))
                .hasMessageContaining("'CREATE VIEW v AS SELECT 1'");
    }

    @Test
    void what_is_pending_and_can_not_be_read_counts_as_unknown() {
        Pairing half = half(List.of("INSERT INTO a VALUES (1)"), List.of("CALL fill()"));

        assertThatThrownBy(() -> chosen(half, "DELETE FROM a")).hasMessageContaining("'DELETE FROM a'");
    }

    @Test
    void a_temporary_table_goes_with_its_session_and_nobody_drops_another() {
        Pairing half = half(
                List.of("CREATE TEMPORARY TABLE t (id int)", "CREATE TABLE a (id int)"),
                List.of("CREATE TABLE b (id int)"));

        assertThat(chosen(half, "DROP TABLE b", "DROP TABLE a")).containsExactly("DROP TABLE a");
        assertThatThrownBy(() -> chosen(half, "DROP TABLE b", "DROP TABLE a", "DROP TABLE t"))
                .hasMessageContaining("'DROP TABLE t'");
    }

    private static Pairing half(List<String> ran, List<String> pending) {
        return new Pairing(ran, Optional.of(pending));
    }

    private static List<String> chosen(Pairing half, String... other) {
        List<Instruction> instructions =
                Stream.of(other).<Instruction>map(Statement::of).toList();
        return half.counterpart(instructions).stream().map(Instruction::text).toList();
    }
}
