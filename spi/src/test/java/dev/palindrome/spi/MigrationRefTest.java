package dev.palindrome.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationRefTest {

    @Test
    void the_first_colon_ends_the_app() {
        assertThat(MigrationRef.parse("shop:a:b")).isEqualTo(new MigrationRef("shop", new MigrationId("a:b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", ":1", " :1", "shop:", "shop: "})
    void what_lacks_an_app_or_an_id_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MigrationRef.parse(text));
    }
}
