package dev.palindrome.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class StandardSqlTest {

    @Test
    void names_and_texts_double_their_own_quotes() {
        assertThat(StandardSql.quote("it's \"odd\"")).isEqualTo("\"it's \"\"odd\"\"\"");
        assertThat(StandardSql.literal("it's \"odd\"")).isEqualTo("'it''s \"odd\"'");
    }

    @Test
    void numbers_truth_and_nothing_are_written_without_quotes() {
        assertThat(StandardSql.literal(new BigDecimal("-12.50"))).isEqualTo("-12.50");
        assertThat(StandardSql.literal(7)).isEqualTo("7");
        assertThat(StandardSql.literal(true)).isEqualTo("TRUE");
        assertThat(StandardSql.literal(null)).isEqualTo("NULL");
    }

    @Test
    void what_has_no_literal_is_refused() {
        for (Object value : new Object[] {Double.NaN, Float.NEGATIVE_INFINITY, new Object(), "a\0b"}) {
            assertThatThrownBy(() -> StandardSql.literal(value)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> StandardSql.quote("a\0b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StandardSql.quote("")).isInstanceOf(IllegalArgumentException.class);
    }
}
