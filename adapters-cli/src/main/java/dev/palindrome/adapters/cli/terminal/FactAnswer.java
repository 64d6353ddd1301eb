package dev.palindrome.adapters.cli.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * One text: a line for people, a property for programs.
 *
 * @param name the property's name
 * @param value the property's value
 * @param line what people read
 */
public record FactAnswer(String name, String value, String line) implements Answer {

    @Override
    public void text(Terminal terminal) {
        terminal.out().println(line);
    }

    @Override
    public void json(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(name, value);
        json.writeEndObject();
    }
}
