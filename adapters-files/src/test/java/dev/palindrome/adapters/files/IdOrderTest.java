package dev.palindrome.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdOrderTest {
    private static final List<String> ORDERED = List.of(
            "0",
            "1",
            "1-b",
            "1.9",
            "1.10",
            "1a",
            "0002",
            "9",
            "10",
            "099",
            "2025-12-31T23-59-59-999999",
            "2026-01-01T00-00-00-000000",
            "20260101000000",
            "99999999999999999999999998",
            "99999999999999999999999999",
            "A1",
            "a",
            "a1",
            "a1b2",
            "a1b10",
            "a2",
            "b",
            "é",
            "\uFFFD",
            "\uD83C\uDFB8");

    @Test
    void runs_of_digits_are_numbers_and_all_else_is_compared_by_code_point() {
        List<String> ids = new ArrayList<>(ORDERED);
        Collections.shuffle(ids, new Random(1));
        ids.sort(IdOrder.NATURAL);
        assertThat(ids).isEqualTo(ORDERED);
    }

    @Test
    void every_pair_is_ordered_alike_whatever_else_there_is() {
        for (int l = 0; l < ORDERED.size(); l++) {
            for (int r = 0; r < ORDERED.size(); r++) {
                assertThat(Integer.signum(IdOrder.NATURAL.compare(ORDERED.get(l), ORDERED.get(r))))
                        .as("%s and %s", ORDERED.get(l), ORDERED.get(r))
                        .isEqualTo(Integer.compare(l, r));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,001", "0,000", "a01b,a1b", "a0,a00", "1.02,01.2"})
    void leading_zeros_make_no_difference(String left, String right) {
        assertThat(IdOrder.NATURAL.compare(left, right)).isZero();
        assertThat(IdOrder.NATURAL.compare(right, left)).isZero();
    }
}
