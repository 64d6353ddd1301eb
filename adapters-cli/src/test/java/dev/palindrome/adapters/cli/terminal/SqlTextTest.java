package dev.palindrome.adapters.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTextTest {
    @Test
    void a_statement_ends_in_a_semicolon() {
        assertThat(SqlText.terminated("DROP TABLE t\n")).isEqualTo("DROP TABLE t;");
    }

    @Test
    void a_comment_at_the_end_does_not_swallow_the_semicolon() {
        assertThat(SqlText.terminated("DROP TABLE t -- at last")).isEqualTo("DROP TABLE t -- at last\n;");
        assertThat(SqlText.terminated("SELECT 1 # one")).isEqualTo("SELECT 1 # one\n;");
    }

    @Test
    void a_comment_alone_stays_a_comment() {
        assertThat(SqlText.terminated("-- Java code: music.SplitNames")).isEqualTo("-- Java code: music.SplitNames");
    }

    @Test
    void the_first_line_is_the_first_that_says_something() {
        assertThat(SqlText.firstLine("-- remark\n\n  UPDATE t\n SET a = 1")).isEqualTo("UPDATE t");
        assertThat(SqlText.firstLine("-- Java code: x")).isEqualTo("-- Java code: x");
    }
}
