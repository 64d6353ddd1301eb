package dev.palindrome.adapters.cli.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.spi.Problem;
import java.io.IOException;
import java.util.List;

/**
 * Says nothing but what is wrong; to programs, in the shape of the answer that they expected.
 *
 * @param answer an answer that holds only problems
 */
public record Refusal(Answer answer) implements Answer {

    @Override
    public void text(Terminal terminal) {
        // the problems say all
    }

    @Override
    public void json(JsonGenerator json) throws IOException {
        answer.json(json);
    }

    @Override
    public List<Problem> problems() {
        return answer.problems();
    }
}
