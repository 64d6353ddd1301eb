package dev.palindrome.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class SqlTextTest {

    @Test
    void the_first_word_is_found_behind_comments() {
        assertThat(SqlText.firstWord("set x = 1")).isEqualTo("SET");
        assertThat(SqlText.firstWord(" \n-- no\r\n/* no\n; */\tPragma x")).isEqualTo("PRAGMA");
        assertThat(SqlText.firstWord("(SELECT 1)")).isEmpty();
        assertThat(SqlText.firstWord("-- nothing else")).isEmpty();
        assertThat(SqlText.firstWord("-- a line\n".repeat(100_000) + "SET")).isEqualTo("SET");
    }

    @Test
    void numbers_are_written_as_numbers() {
        assertThat(SqlText.literal(new BigDecimal("-12.50"))).isEqualTo("-12.50");
        assertThat(SqlText.literal(7)).isEqualTo("7");
    }

    @Test
    void what_has_no_literal_is_refused() {
        for (Object value : new Object[] {Double.NaN, Float.NEGATIVE_INFINITY, new Object(), "a\0b"}) {
            assertThatThrownBy(() -> SqlText.literal(value)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> SqlText.quote("a\0b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SqlText.quote("")).isInstanceOf(IllegalArgumentException.class);
    }
}
