package dev.palindrome.spi;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\r\n\f",
                ";;\n;",
                "\uFEFF",
                "\u00A0\n",
                "-- only a comment",
                "-- one\r\n--two\r-- three\n",
                "# MySQL's comment\n",
                "/* a comment */",
                "/* over\n * lines\n */;",
                "/**/",
                "/* nested /* in */ another */",
                "/* opened /* twice, closed once, as in MySQL */",
                "-- /* no beginning of a bracketed comment",
                "/* -- no comment to the end of the line */",
            })
    void blanks_comments_and_semicolons_are_an_empty_script(String text) {
        assertThat(script(text).isEmpty()).isTrue();
        assertThat(script(text).firstCode()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "-- /* \nDROP TABLE band; /* */",
                "/* /* flat, as in MySQL */ DROP TABLE band",
                "/**/DROP TABLE band",
                "/* never closed",
                "/*/",
                "/*! SET foreign_key_checks = 0 */",
                "/*!40101 SET names utf8 */;",
                "/*M!100100 SET x = 1 */",
                "'--'",
                "- - 1",
                "/ * 1",
                "\\i other.sql",
            })
    void everything_else_is_code(String text) {
        assertThat(script(text).isEmpty()).isFalse();
        assertThat(script(text).firstCode()).isPresent();
    }

    @Test
    void the_first_code_is_found_on_its_line_whatever_the_line_ends() {
        assertThat(script("SELECT 1").firstCode()).hasValue(new Location("a.sql", 10));
        assertThat(script("-- one\n/* two\nthree */ SELECT 1").firstCode()).hasValue(new Location("a.sql", 12));
        assertThat(script("-- one\r\n\r\n SELECT 1").firstCode()).hasValue(new Location("a.sql", 12));
        assertThat(script("-- one\r\rSELECT 1").firstCode()).hasValue(new Location("a.sql", 12));
    }

    @Test
    void a_place_without_lines_stays_without_lines() {
        assertThat(new SqlScript("\n\nSELECT 1", Location.of("com.example.Pack")).firstCode())
                .hasValue(Location.of("com.example.Pack"));
    }

    @Test
    void long_scripts_take_time_and_stack_in_proportion_to_their_length() {
        String comment = "/*" + "*".repeat(3_000_000) + "*/";
        String manyOpened = "/* */ ".repeat(500_000) + "/* /* */ ".repeat(500_000);
        assertTimeoutPreemptively(ofSeconds(5), () -> {
            assertThat(script(comment).isEmpty()).isTrue();
            assertThat(script("\n".repeat(3_000_000) + "SELECT 1").firstCode())
                    .hasValue(new Location("a.sql", 3_000_010));
            assertThat(script(manyOpened).isEmpty()).isTrue();
        });
    }

    private static SqlScript script(String text) {
        return new SqlScript(text, new Location("a.sql", 10));
    }
}
