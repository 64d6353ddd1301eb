package dev.palindrome.adapters.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalConfirmationTest {
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({"y,true", "Y,true", "yes,true", "' YES ',true", "n,false", "'',false", "yep,false", "no,false"})
    void only_a_clear_yes_is_a_yes(String typed, boolean yes) {
        assertThat(confirm(typed + "\n", true)).isEqualTo(yes);
        assertThat(err.toString()).isEqualTo("2 migrations would be reversed:\n  shop:0002\nContinue? [y/N] ");
    }

    @Test
    void the_end_of_the_input_is_a_no() {
        assertThat(confirm("", true)).isFalse();
    }

    @Test
    void input_that_is_no_terminal_is_a_no_and_is_not_read() {
        assertThat(confirm("y\n", false)).isFalse();
        assertThat(err.toString()).isEqualToNormalizingNewlines("2 migrations would be reversed:\n  shop:0002\n");
    }

    private boolean confirm(String typed, boolean isTerminal) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Streams streams =
                new Streams(new BufferedReader(new StringReader(typed)), nowhere, nowhere, new PrintWriter(err));
        Traits traits = new Traits(isTerminal, false, false, true, 80);
        return new TerminalConfirmation(new Terminal(streams, traits, Manner.USUAL, Map.of()))
                .confirm("2 migrations would be reversed:\n  shop:0002\nContinue?");
    }
}
