package dev.palindrome.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatabaseAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:mysql://h/shop?user=a&password=x y&b=c       | jdbc:mysql://h/shop?user=a&password=***&b=c
            jdbc:x://h;trustStorePassword = x;b=c             | jdbc:x://h;trustStorePassword =***;b=c
            jdbc:x://h:1433;password=a;trustStorePassword=b@c | jdbc:x://h:1433;password=***;trustStorePassword=***
            jdbc:sqlserver://h:1433;user=sa;password=P@ssw0rd | jdbc:sqlserver://h:1433;user=sa;password=***
            jdbc:mysql://h1:3306,(user=a,password=p@ss)/db    | jdbc:mysql://h1:3306,(user=a,password=***
            jdbc:x://ann:se:cret@h/shop                       | jdbc:x://ann:***@h/shop
            jdbc:x://ann:@h/shop                              | jdbc:x://ann:***@h/shop
            jdbc:tokendb://ann:hunter2@h/a=b                  | jdbc:tokendb://ann:***@h/a=***
            jdbc:oracle:thin:ann/secret@h:1521                | jdbc:oracle:thin:ann/***@h:1521
            I/O failure at jdbc:x://ann:p@ss@h/db             | I/O failure at jdbc:x://ann:***@h/db
            """)
    void passwords_are_not_shown(String url, String shown) {
        assertThat(DatabaseAddress.of(url).redactedUrl()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            jdbc:mysql://h/shop?user=a&password=x y&b=c             | x y
            jdbc:sqlserver://h:1433;password=P@ss;keyPassword=other | P@ss,other
            jdbc:x://ann:se:cret@h/shop?token=t0                    | t0,se:cret
            jdbc:x://h;trustStorePassword=;b=c                      | -
            jdbc:sqlite:db/release@2.db                             | -
            jdbc:postgresql://h:5432/shop                           | -
            """)
    void passwords_are_known_wherever_they_stand(String url, @Nullable String secrets) {
        assertThat(DatabaseAddress.of(url).secrets())
                .isEqualTo(secrets == null ? List.of() : List.of(secrets.split(",")));
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
