package dev.palindrome.application.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.application.configuration.SigningKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestsTest {
    private final Digests plain = new Digests(Optional.empty());
    private final Digests signing = new Digests(Optional.of(SigningKey.of("0123456789abcdef")));
    private final Digests other = new Digests(Optional.of(SigningKey.of("fedcba9876543210")));

    /** The examples of FIPS 180-4 and of any other implementation of HMAC. */
    @Test
    void a_line_is_sha_256_and_hmac_sha_256() {
        assertThat(plain.line("abc"))
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(signing.line("abc"))
                .startsWith(plain.line("abc") + " hmac-sha256:")
                .hasSize(7 + 64 + 13 + 64);
    }

    @Test
    void each_accepts_what_it_wrote() {
        assertThat(plain.objection(plain.line("text"), "text")).isEmpty();
        assertThat(signing.objection(signing.line("text"), "text")).isEmpty();
    }

    @Test
    void another_text_is_not_what_was_stored() {
        assertThat(plain.objection(plain.line("text"), "Text")).contains("it is not what was stored");
        assertThat(signing.objection(signing.line("text"), "Text")).contains("it is not what was stored");
    }

    @Test
    void who_has_a_key_accepts_its_signature_alone() {
        assertThat(signing.objection(plain.line("text"), "text").orElseThrow()).contains("not signed");
        assertThat(signing.objection(other.line("text"), "text").orElseThrow()).contains("another key");
        assertThat(signing.objection(plain.line("text") + " hmac-sha256:", "text")
                        .orElseThrow())
                .contains("another key");
        assertThat(signing.objection(
                        plain.line("text")
                                + other.line("text2")
                                        .substring(plain.line("text2").length()),
                        "text"))
                .isPresent();
    }

    @Test
    void who_has_no_key_compares_checksums() {
        assertThat(plain.objection(signing.line("text"), "text")).isEmpty();
        assertThat(plain.objection("", "text")).isPresent();
        assertThat(plain.objection("sha256:", "text")).isPresent();
    }

    @Test
    void a_key_is_long_enough_and_never_shown() {
        assertThatThrownBy(() -> SigningKey.of("0123456789abcde ")).hasMessageContaining("16 characters");
        assertThat(SigningKey.of("0123456789abcdef").toString()).doesNotContain("0123");
        assertThat(new Digests(Optional.of(SigningKey.of("0123456789abcdef\n"))).line("a"))
                .describedAs("a line break at the end does not count")
                .isEqualTo(signing.line("a"));
    }
}
