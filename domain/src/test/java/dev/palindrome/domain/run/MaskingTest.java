package dev.palindrome.domain.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    @Test
    void masksEachSecretWhereverItStands() {
        Masking masking = Masking.of(List.of("hunter2", "s3cret"));

        assertThat(masking.text("hunter2: 'hunter2's3cret")).isEqualTo("***: '***'***");
        assertThat(masking.text("hunter, secret")).isEqualTo("hunter, secret");
        assertThat(masking.text("")).isEmpty();
    }

    @Test
    void masksTheLongerOfTwoThatBeginAlike() {
        assertThat(Masking.of(List.of("pass", "password", "passw")).text("(password)"))
                .isEqualTo("(***)");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "o'clock, o'clock",
                "o'clock, o''clock",
                "o'clock, o''''clock",
                "o'clock, o\\'clock",
                "say\"it, say\"it",
                "say\"it, say\\\"it",
                "say\"it, say\\\\\"it",
                "say\"it, say\"\"it",
                "back\\slash, back\\slash",
                "back\\slash, back\\\\\\\\slash",
                "a'b\"c\\d, a''''b\\\\\"c\\\\\\\\d",
                "two''ticks, two''''ticks"
            })
    void knowsItWithinLiteralsAndStrings(String secret, String written) {
        assertThat(Masking.of(List.of(secret)).text("x" + written + "y")).isEqualTo("x***y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN\r\nKEY \tEND", "BEGIN KEY END", "BEGIN\\r\\nKEY \\tEND", "BEGIN\\\\r\\\\nKEY END"})
    void knowsItWhateverBecameOfItsBlanks(String written) {
        assertThat(Masking.of(List.of("BEGIN\r\nKEY \tEND")).text("'" + written + "'"))
                .isEqualTo("'***'");
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD 'longsec…, PASSWORD '***…",
        "(longsecr..., (***...",
        "near 'longsec' at line 1, near '***' at line 1",
        "it ends with longse, it ends with ***",
        "'longsection', 'longsection'",
        "lon…, lon…"
    })
    void masksTheBeginningOfOneThatWasCutOff(String text, String masked) {
        assertThat(Masking.of(List.of("longsecret")).text(text)).isEqualTo(masked);
    }
}
