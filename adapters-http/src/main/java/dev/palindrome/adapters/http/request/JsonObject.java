package dev.palindrome.adapters.http.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The body of a request: an object of texts and flags, of which each is known. Says clearly what is wrong with anything else. */
public final class JsonObject {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(2_000)
                    .maxNameLength(200)
                    .maxNestingDepth(10)
                    .build())
            .build();

    private final Map<String, Object> values;

    private JsonObject(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Reads an object.
     *
     * @param texts the properties that are texts
     * @param flags the properties that are true or false
     */
    public static JsonObject read(byte[] body, List<String> texts, List<String> flags) throws IOException {
        List<String> known = Stream.concat(texts.stream(), flags.stream()).toList();
        Map<String, Object> values = new LinkedHashMap<>();
        try (JsonParser json = FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw HttpFailure.of(HttpCodes.REQUEST_JSON, "The body must be a JSON object.");
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                if (!known.contains(name)) {
                    throw wrong("There is no property '" + name + "'. "
                            + (known.isEmpty() ? "There is none." : "There is: " + String.join(", ", known) + "."));
                }
                values.put(name, value(name, json, flags.contains(name)));
            }
            if (json.nextToken() != null) {
                throw HttpFailure.of(HttpCodes.REQUEST_JSON, "The body must be one JSON object and nothing after it.");
            }
            return new JsonObject(values);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation(); // there is none if it is nested more deeply than the parser goes
            throw HttpFailure.of(
                    HttpCodes.REQUEST_JSON,
                    "The body is no JSON that is read here"
                            + (place == null ? "" : ": line " + place.getLineNr() + ", column " + place.getColumnNr())
                            + "."); // what stands there may be a token
        }
    }

    /** Refuses any body but none, and an object without properties. */
    public static void readNothing(byte[] body) throws IOException {
        if (body.length > 0) {
            read(body, List.of(), List.of());
        }
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    public String requireText(String name) {
        return text(name).orElseThrow(() -> wrong("The property '" + name + "' is missing."));
    }

    /** {@return whether it is there and true} */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    public static HttpFailure wrong(String message) {
        return HttpFailure.of(HttpCodes.REQUEST_PROPERTY, message);
    }

    private static Object value(String name, JsonParser json, boolean flag) throws IOException {
        JsonToken token = json.nextToken();
        if (flag ? token.isBoolean() : token == JsonToken.VALUE_STRING) {
            return flag ? json.getBooleanValue() : json.getText();
        }
        throw wrong("The property '" + name + "' must be " + (flag ? "true or false." : "a text."));
    }
}
