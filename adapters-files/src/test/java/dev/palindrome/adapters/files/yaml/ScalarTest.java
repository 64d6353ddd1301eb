package dev.palindrome.adapters.files.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.operation.InsertRows;
import dev.palindrome.spi.operation.Located;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bare values are, as a row of {@code insertRows} gets them. */
class ScalarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "yes",
                "on",
                "off",
                "y",
                "N",
                "No",
                "2026-11-22",
                "2026-11-22T10:15:00Z",
                "12:30",
                "190:20:30",
                "012",
                "00",
                "-007",
                "1_000",
                "0b11",
                ".inf",
                "-.INF",
                ".nan",
                "1e99999",
                "tRUE",
                "nUll",
                "1.2.3",
                "+",
                ".",
                "=",
                "<<",
                "0x",
                "0o8",
                "1e",
                "é😀"
            })
    void these_are_texts(String written) {
        assertThat(value(written)).isEqualTo(written);
    }

    @Test
    void numbers_are_exact() {
        assertThat(value("12")).isEqualTo(12L);
        assertThat(value("-0")).isEqualTo(0L);
        assertThat(value("+5")).isEqualTo(5L);
        assertThat(value("0x1F")).isEqualTo(31L);
        assertThat(value("0o17")).isEqualTo(15L);
        assertThat(value("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(value("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(value("1.10")).isEqualTo(new BigDecimal("1.10"));
        assertThat(value("0.1000000000000000000000000000000000001"))
                .isEqualTo(new BigDecimal("0.1000000000000000000000000000000000001"));
        assertThat(value("1e3")).isEqualTo(new BigDecimal("1e3"));
        assertThat(value("-.5")).isEqualTo(new BigDecimal("-0.5"));
    }

    @Test
    void truth_values_and_nulls_have_few_spellings() {
        assertThat(value("true")).isEqualTo(true);
        assertThat(value("False")).isEqualTo(false);
        assertThat(value("TRUE")).isEqualTo(true);
        for (String written : new String[] {"null", "Null", "NULL", "~", ""}) {
            assertThat(value(written)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'12'", "\"12\"", "|-\n        12", ">-\n        12"})
    void what_is_quoted_is_a_text(String written) {
        assertThat(value(written)).isEqualTo("12");
    }

    private static Object value(String written) {
        YamlMigration read = new YamlReader("shop")
                .read("operations:\n- insertRows:\n    table: t\n    rows:\n    - c: " + written + "\n", "1.yaml");
        assertThat(read.problems()).isEmpty();
        Located located = (Located) read.operations().get(0);
        return ((InsertRows) located.operation()).rows().get(0).get("c");
    }
}
