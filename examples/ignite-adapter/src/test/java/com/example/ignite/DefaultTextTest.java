package com.example.ignite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefaultTextTest {

    @Test
    void a_list_is_cut_at_its_own_commas() {
        assertThat(DefaultText.cut("CAST(?0):INTEGER, _UTF-8'a, [b] ('', c', 3.14:DECIMAL(10, 2), 5"))
                .containsExactly("CAST(?0):INTEGER", "_UTF-8'a, [b] ('', c'", "3.14:DECIMAL(10, 2)", "5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '~',
            value = {
                "5 -> INTEGER -> 5",
                "-5:BIGINT -> BIGINT -> -5",
                "3.14:DECIMAL(10, 2) -> DECIMAL(10,2) -> 3.14",
                "-1.5E100:DOUBLE -> DOUBLE -> -1.5E100",
                "true -> BOOLEAN -> true",
                "_UTF-8'it''s: \"x\"' -> VARCHAR(20) -> 'it''s: \"x\"'",
                "_UTF-8'' -> VARCHAR(20) -> ''",
                "X'0aff':BINARY(2) -> VARBINARY(10) -> X'0aff'",
                "2020-02-03 -> DATE -> DATE '2020-02-03'",
                "10:11:12 -> TIME -> TIME '10:11:12'",
                "2020-01-01 00:00:00:TIMESTAMP(6) -> TIMESTAMP -> TIMESTAMP '2020-01-01 00:00:00'",
                "2020-01-01 00:00:00:TIMESTAMP_WITH_LOCAL_TIME_ZONE(3) -> TIMESTAMP(3) WITH LOCAL TIME ZONE"
                        + " -> TIMESTAMP WITH LOCAL TIME ZONE '2020-01-01 00:00:00'",
                "00000000-0000-0000-0000-000000000001:UUID -> UUID -> '00000000-0000-0000-0000-000000000001'",
                "RAND_UUID() -> UUID -> RAND_UUID"
            })
    void what_a_plan_prints_becomes_the_default_that_was_written(String printed, String type, String sql) {
        assertThat(DefaultText.ofPlan(printed, type)).contains(sql);
    }

    @Test
    void a_column_without_a_default_has_none() {
        assertThat(DefaultText.ofPlan("null:VARCHAR(65536) CHARACTER SET \"UTF-8\"", "VARCHAR(65536)"))
                .isEmpty();
        assertThat(DefaultText.ofPlan("null:DATE", "DATE")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '~',
            value = {
                "0 -> true",
                "-1.5e3 -> true",
                "'it''s' -> true",
                "DATE '2020-01-01' -> true",
                "TIMESTAMP WITH LOCAL TIME ZONE '2020-01-01 00:00:00' -> true",
                "x'0a' -> true",
                "current_timestamp -> false",
                "1 + 1 -> false",
                "'a' || 'b' -> false"
            })
    void only_literals_are_defaults_everywhere(String text, boolean isLiteral) {
        assertThat(DefaultText.isLiteral(text)).isEqualTo(isLiteral);
    }
}
