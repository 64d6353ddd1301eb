package dev.palindrome.application.reversal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.palindrome.domain.journal.Doubt;
import dev.palindrome.domain.journal.Footprint;
import dev.palindrome.domain.journal.JournalNote;
import dev.palindrome.domain.journal.Position;
import dev.palindrome.domain.journal.Ran;
import dev.palindrome.domain.journal.Sight;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A note of the journal as one line of JSON, and back. */
final class NoteJson {
    private NoteJson() {}

    static String write(JournalNote note) {
        return ReversalJson.written(json -> write(json, note));
    }

    private static void write(JsonGenerator json, JournalNote note) throws IOException {
        json.writeStartObject();
        json.writeNumberField("operation", note.after().operation());
        json.writeNumberField("offset", note.after().offset());
        json.writeStringField("digest", note.digest());
        json.writeStringField("doubt", note.doubt().name().toLowerCase(Locale.ROOT));
        if (note.footprint().isPresent()) {
            json.writeArrayFieldStart("footprint");
            for (Sight sight : note.footprint().get().sights()) {
                json.writeStartObject();
                json.writeStringField("surroundings", sight.surroundings());
                json.writeNumberField("count", sight.count());
                json.writeStringField("digest", sight.digest());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeArrayFieldStart("statements");
        for (Ran ran : note.statements()) {
            json.writeStartObject();
            json.writeNumberField("operation", ran.operation());
            json.writeStringField("text", ran.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        ReversalJson.parts(json, "rest", note.rest());
        json.writeObjectFieldStart("reversals");
        for (Map.Entry<Integer, StoredReversal> reversal : note.reversals().entrySet()) {
            json.writeFieldName(Integer.toString(reversal.getKey()));
            ReversalJson.write(json, reversal.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    static JournalNote read(String text, Location location) throws IOException {
        JsonNode json = ReversalJson.tree(text);
        List<Ran> statements = new ArrayList<>();
        json.path("statements")
                .forEach(ran -> statements.add(
                        new Ran(ran.path("operation").asInt(), ran.path("text").asText())));
        Map<Integer, StoredReversal> reversals = new HashMap<>();
        json.path("reversals")
                .properties()
                .forEach(field ->
                        reversals.put(Integer.valueOf(field.getKey()), ReversalJson.read(field.getValue(), location)));
        List<Sight> sights = new ArrayList<>();
        json.path("footprint")
                .forEach(sight -> sights.add(new Sight(
                        sight.path("surroundings").asText(),
                        sight.path("count").asInt(),
                        sight.path("digest").asText())));
        return new JournalNote(
                new Position(json.path("operation").asInt(), json.path("offset").asInt()),
                statements,
                ReversalJson.parts(json.path("rest"), location),
                json.path("digest").asText(),
                reversals,
                Doubt.valueOf(json.path("doubt").asText().toUpperCase(Locale.ROOT)),
                sights.isEmpty() ? Optional.empty() : Optional.of(new Footprint(sights)));
    }
}
