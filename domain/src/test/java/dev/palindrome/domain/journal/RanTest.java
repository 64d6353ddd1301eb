package dev.palindrome.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.domain.sql.Effects;
import org.junit.jupiter.api.Test;

class RanTest {
    @Test
    void many_rows_are_cut_short() {
        assertThat(new Ran(0, "INSERT INTO a VALUES (1)" + ", (2)".repeat(500)).text())
                .hasSize(400);
    }

    @Test
    void what_a_long_statement_does_at_its_end_is_not_cut_off() {
        String sql = "ALTER TABLE a ADD COLUMN x int" + " /* wide */".repeat(50) + ", ADD COLUMN y int";

        assertThat(Effects.of(new Ran(0, sql).text())).isEqualTo(Effects.of(sql));
    }

    @Test
    void a_search_path_that_a_long_statement_sets_at_its_end_is_not_cut_off() {
        String sql = "SELECT 1" + " /* wide */".repeat(50) + ", set_config('search_path', 'other', false)";

        assertThat(Effects.isMovingNames(new Ran(0, sql).text())).isTrue();
    }
}
