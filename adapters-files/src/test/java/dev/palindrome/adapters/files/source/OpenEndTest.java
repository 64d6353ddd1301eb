package dev.palindrome.adapters.files.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenEndTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT 'a''b', \"c;\", `d`;",
                "SELECT 1 -- it's",
                "/* it's */ SELECT $1",
                "SELECT $$it's$$, $a$ $b$ $a$",
                "SELECT a$b$c"
            })
    void what_is_closed_is_not_open(String text) {
        assertThat(OpenEnd.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "INSERT INTO a VALUES ('it;| ' | 1",
                "a;↵b /* ; | /* | 2",
                "a↵↵CREATE FUNCTION f() AS $body$↵BEGIN; | $body$ | 3",
                "DO $$ BEGIN; | $$ | 1",
                "SELECT 'a''; | ' | 1",
                "SELECT \" | \" | 1"
            })
    void what_is_open_is_known_with_its_line(String text, String mark, int line) {
        assertThat(OpenEnd.of(text.replace('↵', '\n'))).hasValue(new OpenEnd(mark, line));
    }
}
