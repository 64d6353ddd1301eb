package dev.palindrome.spi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "UPPER, order_line, ORDER_LINE",
        "LOWER, order_line, order_line",
        "NONE, order_line, order_line",
        "LOWER, ORDER_LINE, ORDER_LINE",
        "UPPER, Order Line, Order Line",
        "UPPER, größe, größe",
        "UPPER, 1st, 1st"
    })
    void a_name_is_found_and_written_as_authors_write_it(Folding folding, String written, String actual) {
        assertThat(folding.actual(written)).isEqualTo(actual);
        assertThat(folding.written(actual)).isEqualTo(written);
    }

    @Test
    void where_plain_names_become_upper_case_a_written_upper_case_one_is_the_same() {
        assertThat(Folding.UPPER.actual("ORDER_LINE")).isEqualTo(Folding.UPPER.actual("order_line"));
    }

    @ParameterizedTest
    @EnumSource
    void every_name_in_a_catalogue_has_a_written_form(Folding folding) {
        for (String actual : new String[] {"a", "A", "aB", "\"", "\"\"", "\"a\"", "\"A\"", "a\"b", "_", "ß", " "}) {
            assertThat(folding.actual(folding.written(actual))).isEqualTo(actual);
        }
    }
}
