package dev.palindrome.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ByteFuzzingTest {

    @Test
    void what_a_reader_stumbles_over_is_shown_as_small_as_it_can_be_with_its_seed() {
        assertThatThrownBy(() -> ByteFuzzing.run(corpus("a long good text"), List.of("bomb\n"), input -> {
                    if (new String(input, StandardCharsets.ISO_8859_1).contains("bomb")) {
                        throw new IllegalStateException("boom");
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching(
                        "(?s)With -Dpalindrome.fuzz.seed=\\d+ the input of 4 bytes\\s+\"bomb\"\\s+fails: .*boom")
                .hasRootCauseMessage("boom");
    }

    @Test
    void one_good_reader_gets_many_different_inputs() {
        List<String> seen = new ArrayList<>();

        int inputs = ByteFuzzing.run(corpus("a", "b"), List.of(), input -> {
            if (seen.size() < 1000) {
                seen.add(InputText.of(input));
            }
        });

        assertThat(inputs).isGreaterThanOrEqualTo(1000);
        assertThat(seen.stream().distinct().count()).isGreaterThan(500);
    }

    private static List<byte[]> corpus(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
