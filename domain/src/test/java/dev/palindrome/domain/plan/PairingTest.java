package dev.palindrome.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairingTest {
    @Test
    void only_what_has_run_is_taken_back() {
        Pairing half = new Pairing(
                List.of("CREATE TABLE a (id int)", "CREATE INDEX i ON a (id)"),
                List.of("CREATE TABLE b (id int)", "ALTER TABLE a ADD COLUMN x int"));

        assertThat(chosen(half, "ALTER TABLE a DROP COLUMN x", "DROP TABLE b", "DROP INDEX i", "DROP TABLE a"))
                .containsExactly("DROP INDEX i", "DROP TABLE a");
    }

    @Test
    void rows_are_taken_back_if_all_or_none_of_their_changes_have_run() {
        Pairing all = new Pairing(List.of("INSERT INTO a VALUES (1)"), List.of("INSERT INTO b VALUES (1)"));
        assertThat(chosen(all, "DELETE FROM b", "DELETE FROM a")).containsExactly("DELETE FROM a");

        Pairing some = new Pairing(List.of("INSERT INTO a VALUES (1)"), List.of("INSERT INTO a VALUES (2)"));
        assertThatThrownBy(() -> chosen(some, "DELETE FROM a"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'DELETE FROM a'");
    }

    @Test
    void rows_that_nothing_in_the_half_changes_are_not_guessed_at() {
        Pairing half = new Pairing(List.of("CREATE TABLE a (id int)"), List.of());

        assertThatThrownBy(() -> chosen(half, "UPDATE settings SET x = 1")).hasMessageContaining("journal/unpaired");
    }

    @Test
    void a_statement_about_what_has_run_and_what_has_not_is_not_torn() {
        Pairing half = new Pairing(List.of("CREATE TABLE a (id int)"), List.of("CREATE TABLE b (id int)"));

        assertThatThrownBy(() -> chosen(half, "DROP TABLE a, b")).hasMessageContaining("journal/unpaired");
    }

    @Test
    void what_nobody_can_read_has_run_could_belong_to_anything() {
        Pairing half = new Pairing(List.of("CALL make_tables()"), List.of());

        assertThatThrownBy(() -> chosen(half, "DROP TABLE a")).hasMessageContaining("journal/unpaired");
    }

    @Test
    void settings_run_in_any_case_and_code_in_none() {
        Pairing half = new Pairing(List.of("CREATE TABLE a (id int)"), List.of());

        assertThat(chosen(half, "SET lock_timeout = 1", "DROP TABLE a"))
                .containsExactly("SET lock_timeout = 1", "DROP TABLE a");
        List<Instruction> code = List.of(new JavaCode("x", database -> {}, Location.of("x")));
        assertThatThrownBy(() -> half.counterpart(code)).hasMessageContaining("journal/unpaired");
    }

    @Test
    void names_are_the_same_whatever_their_quotes_and_case() {
        Pairing half =
                new Pairing(List.of("CREATE TABLE `Order` (id int)", "ALTER TABLE `Order` ADD `x` int"), List.of());

        assertThat(chosen(half, "ALTER TABLE \"Order\" DROP COLUMN X", "DROP TABLE [ORDER]"))
                .hasSize(2);
    }

    private static List<String> chosen(Pairing half, String... other) {
        List<Instruction> instructions =
                Stream.of(other).<Instruction>map(Statement::of).toList();
        return half.counterpart(instructions).stream().map(Instruction::text).toList();
    }
}
