package dev.palindrome.adapters.files.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.SqlScript;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PGPASSWORD",
                "db.password",
                "MYSQL_PWD",
                "DB_PASS",
                "client-secret",
                "GITHUB_TOKEN",
                "API_KEY",
                "privateKey",
                "aws_credentials",
                "placeholders.app_password"
            })
    void knowsThemByTheirNames(String name) {
        assertThat(Secrets.of(Map.of(name, "abcd")).values()).containsExactly("abcd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCHEMA", "PATH", "table_key", "passenger", "keyboard"})
    void takesNothingElseForOne(String name) {
        assertThat(Secrets.of(Map.of(name, "abcd")).values()).isEmpty();
    }

    @Test
    void takesNothingShortForOne() {
        assertThat(Secrets.of(Map.of("password", "abc")).values()).isEmpty();
    }

    @Test
    void keepsTheScriptOfWhatHasNone() {
        SqlScript script = new SqlScript("SELECT 1", Location.of("x"));

        assertThat(ExpandedScript.whoseValuesCount(script, "SELECT $1", Secrets.of(Map.of())))
                .isEqualTo(script);
        assertThat(ExpandedScript.of(script, "SELECT $1", () -> Secrets.of(Map.of()))
                        .fingerprint())
                .isEqualTo("SELECT $1");
    }

    @Test
    void findsThoseThatWerePutIntoAScript() {
        Secrets secrets =
                Secrets.of(Map.of("a_token", "abcd", "b_token", "o'clock", "c_token", "unused", "d_token", "user"));

        assertThat(secrets.in("SELECT 'abcd', 'o''clock' FROM user", "SELECT '$A', :'b' FROM user"))
                .containsExactlyInAnyOrder("abcd", "o'clock");
    }
}
