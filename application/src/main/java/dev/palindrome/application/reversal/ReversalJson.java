package dev.palindrome.application.reversal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.palindrome.domain.reversal.ReversalState;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A compiled reversal as one line of JSON, and back. */
final class ReversalJson {
    private static final int FORMAT = 1;

    /** Without limits to a text or number: what was written can be read. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private ReversalJson() {}

    /** Needed only by who goes back: it takes long to load. */
    private static final class Reader {
        static final ObjectMapper MAPPER = new ObjectMapper(FACTORY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    }

    static String write(StoredReversal reversal) {
        return written(json -> write(json, reversal));
    }

    /** Writes one document. */
    static String written(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static void write(JsonGenerator json, StoredReversal reversal) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        json.writeStringField("state", reversal.state().word());
        said(json, "reason", reversal.reason());
        json.writeStringField("adapter", reversal.adapter());
        said(json, "adapterVersion", reversal.adapterVersion());
        said(json, "packVersion", reversal.packVersion());
        json.writeBooleanField("transactional", reversal.transactional());
        parts(json, "parts", reversal.parts());
        json.writeArrayFieldStart("requirements");
        for (Requirement requirement : reversal.requirements()) {
            json.writeStartObject();
            json.writeStringField("subject", requirement.subject().name().toLowerCase(Locale.ROOT));
            json.writeStringField("violations", requirement.violations());
            json.writeStringField("reason", requirement.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!reversal.mirrors().isEmpty()) {
            json.writeArrayFieldStart("mirrors");
            for (int parts : reversal.mirrors()) {
                json.writeNumber(parts);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    static void parts(JsonGenerator json, String name, List<StoredReversal.Part> parts) throws IOException {
        json.writeArrayFieldStart(name);
        for (StoredReversal.Part part : parts) {
            write(json, part);
        }
        json.writeEndArray();
    }

    private static void said(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    private static void write(JsonGenerator json, StoredReversal.Part part) throws IOException {
        json.writeStartObject();
        if (part instanceof StoredReversal.Code code) {
            json.writeStringField("code", code.name());
            json.writeStringField("location", code.location());
        } else if (part instanceof StoredReversal.Sql sql) {
            Statement statement = sql.statement();
            json.writeStringField("sql", statement.sql());
            if (statement.kind() != StatementKind.ORDINARY) {
                json.writeStringField("kind", statement.kind().name().toLowerCase(Locale.ROOT));
            }
            if (!statement.parameters().isEmpty()) {
                json.writeArrayFieldStart("parameters");
                for (@Nullable Object value : statement.parameters()) {
                    value(json, value);
                }
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Number number) {
            json.writeNumber(new BigDecimal(number.toString()).toString()); // which NaN is not
        } else if (value instanceof String text) {
            json.writeString(text);
        } else {
            throw new IllegalArgumentException("A statement's value is a text, number, boolean or null, and not of "
                    + value.getClass().getName());
        }
    }

    static JsonNode tree(String text) throws IOException {
        return Reader.MAPPER.readTree(text);
    }

    static StoredReversal read(String text, Location location) throws IOException {
        return read(tree(text), location);
    }

    static StoredReversal read(JsonNode json, Location location) {
        int format = json.path("format").asInt();
        if (format != FORMAT) {
            throw new IllegalArgumentException(
                    "it has the format " + format + ", which a later version of Palindrome reads");
        }
        List<Integer> mirrors = new ArrayList<>();
        json.path("mirrors").forEach(parts -> mirrors.add(parts.asInt()));
        List<Requirement> requirements = new ArrayList<>();
        json.path("requirements")
                .forEach(r -> requirements.add(new Requirement(
                        Requirement.Subject.valueOf(r.path("subject").asText().toUpperCase(Locale.ROOT)),
                        r.path("violations").asText(),
                        r.path("reason").asText())));
        return new StoredReversal(
                ReversalState.valueOf(
                        json.path("state").asText().toUpperCase(Locale.ROOT).replace('-', '_')),
                json.path("reason").asText(),
                json.path("adapter").asText(),
                json.path("adapterVersion").asText(),
                json.path("packVersion").asText(),
                json.path("transactional").asBoolean(),
                parts(json.path("parts"), location),
                requirements,
                mirrors);
    }

    static List<StoredReversal.Part> parts(JsonNode array, Location location) {
        List<StoredReversal.Part> parts = new ArrayList<>();
        array.forEach(part -> parts.add(part(part, location)));
        return parts;
    }

    private static StoredReversal.Part part(JsonNode part, Location location) {
        if (part.has("code")) {
            return new StoredReversal.Code(
                    part.path("code").asText(), part.path("location").asText());
        }
        List<@Nullable Object> parameters = new ArrayList<>();
        part.path("parameters").forEach(value -> parameters.add(value(value)));
        String kind = part.path("kind").asText(StatementKind.ORDINARY.name());
        return new StoredReversal.Sql(new Statement(
                part.path("sql").asText(), parameters, StatementKind.valueOf(kind.toUpperCase(Locale.ROOT)), location));
    }

    private static @Nullable Object value(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            Number number = value.numberValue();
            return number instanceof BigDecimal || number instanceof BigInteger ? number : (Object) number.longValue();
        }
        return value.asText();
    }

    /** Writes into a document. */
    @FunctionalInterface
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }
}
