package dev.palindrome.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SqlTextTest {

    @Test
    void the_first_word_is_found_behind_comments() {
        assertThat(SqlText.firstWord("set x = 1")).isEqualTo("SET");
        assertThat(SqlText.firstWord(" \n-- no\r\n/* no\n; */\tPragma x")).isEqualTo("PRAGMA");
        assertThat(SqlText.firstWord("(SELECT 1)")).isEmpty();
        assertThat(SqlText.firstWord("-- nothing else")).isEmpty();
        assertThat(SqlText.firstWord("-- a line\n".repeat(100_000) + "SET")).isEqualTo("SET");
    }
}
