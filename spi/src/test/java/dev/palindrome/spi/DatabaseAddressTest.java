package dev.palindrome.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatabaseAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:mysql://h/shop?user=a&password=x y&b=c | jdbc:mysql://h/shop?user=a&password=***&b=c
            jdbc:x://h;trustStorePassword = x;b=c       | jdbc:x://h;trustStorePassword =***;b=c
            jdbc:x://ann:se:cret@h/shop                 | jdbc:x://ann:***@h/shop
            jdbc:oracle:thin:ann/secret@h:1521          | jdbc:oracle:thin:ann/***@h:1521
            """)
    void passwords_are_not_shown(String url, String shown) {
        assertThat(DatabaseAddress.of(url).redactedUrl()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            jdbc:mysql://h/shop?user=a&password=x y&b=c | x y
            jdbc:x://h;trustStorePassword=;b=c          | -
            jdbc:x://ann:se:cret@h/shop                 | se:cret
            jdbc:oracle:thin:ann/secret@h:1521          | secret
            jdbc:postgresql://h:5432/shop               | -
            """)
    void passwords_are_known_wherever_they_stand(String url, @Nullable String secret) {
        assertThat(DatabaseAddress.of(url).secrets()).isEqualTo(secret == null ? List.of() : List.of(secret));
    }

    /** What a driver says is cleaned in the same way. */
    @ParameterizedTest
    @CsvSource({
        "Cannot use authentication plugin caching_sha2_password with a self-signed certificate. Set sslMode=trust",
        "jdbc:postgresql://h/shop?user=ann&sslmode=require",
    })
    void what_is_no_password_is_shown(String text) {
        assertThat(DatabaseAddress.of(text).redactedUrl()).isEqualTo(text);
    }
}
