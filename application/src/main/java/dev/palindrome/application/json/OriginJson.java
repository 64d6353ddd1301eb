package dev.palindrome.application.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.spi.ForeignHistory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Writes down, on one line, what another tool's history had of a migration, for the history entry that adopts it. */
public final class OriginJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private OriginJson() {}

    /** {@return <code>{"tool": …, "row": {column: value}}</code>, columns in alphabetical order} */
    public static String of(String tool, ForeignHistory.Entry entry) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("tool", tool);
            json.writeObjectFieldStart("row");
            for (Map.Entry<String, String> column : new TreeMap<>(entry.row()).entrySet()) {
                json.writeStringField(column.getKey(), column.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
