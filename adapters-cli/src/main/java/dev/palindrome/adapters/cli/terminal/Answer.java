package dev.palindrome.adapters.cli.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.spi.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a command answers, in the two ways in which users can have it. Implemented once for each kind of answer. */
public interface Answer {

    /** Writes it for people, without its problems. */
    void text(Terminal terminal);

    /** Writes it for programs, as one value. */
    void json(JsonGenerator json) throws IOException;

    /** {@return what is wrong; shown to people in both manners, on standard error} */
    default List<Problem> problems() {
        return List.of();
    }

    /** {@return a sentence above several errors} */
    default Optional<String> heading() {
        return Optional.empty();
    }
}
