package dev.palindrome.adapters.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.spi.Direction;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code {"appName", "direction", "target", "fake"}}, and says clearly what is wrong with anything else. */
final class PlanRequestReader {
    private static final List<String> PROPERTIES = List.of("appName", "direction", "target", "fake");
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(2_000)
                    .maxNameLength(200)
                    .maxNestingDepth(10)
                    .build())
            .build();

    private PlanRequestReader() {}

    static PlanRequest read(byte[] body) throws IOException {
        Map<String, Object> values = values(body, PROPERTIES);
        Direction direction = direction(text(values, "direction").orElseThrow(() -> missing("direction")));
        boolean fake = Boolean.TRUE.equals(values.getOrDefault("fake", false));
        if (fake && direction == Direction.BACKWARDS) {
            throw wrong("'fake' records migrations without running them; there is no such thing backwards.");
        }
        String usual = direction == Direction.FORWARDS ? "all" : "1";
        return new PlanRequest(
                text(values, "appName").orElseThrow(() -> missing("appName")),
                direction,
                Target.parse(text(values, "target").orElse(usual)),
                fake);
    }

    /** Refuses any body but none, and an object without properties. */
    static void readNothing(byte[] body) throws IOException {
        if (body.length > 0) {
            values(body, List.of());
        }
    }

    private static Map<String, Object> values(byte[] body, List<String> known) throws IOException {
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
                values.put(name, value(name, json));
            }
            if (json.nextToken() != null) {
                throw HttpFailure.of(HttpCodes.REQUEST_JSON, "The body must be one JSON object and nothing after it.");
            }
            return values;
        } catch (JsonProcessingException e) {
            throw HttpFailure.of(
                    HttpCodes.REQUEST_JSON,
                    "The body is no JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + reason(e) + ".");
        }
    }

    private static Object value(String name, JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        boolean flag = name.equals("fake");
        if (flag ? token.isBoolean() : token == JsonToken.VALUE_STRING) {
            return flag ? json.getBooleanValue() : json.getText();
        }
        throw wrong("The property '" + name + "' must be " + (flag ? "true or false." : "a text."));
    }

    private static Optional<String> text(Map<String, Object> values, String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    private static Direction direction(String word) {
        for (Direction direction : Direction.values()) {
            if (direction.word().equals(word)) {
                return direction;
            }
        }
        throw wrong("There is no direction '" + word + "' here. There is: forwards, backwards.");
    }

    /** What Jackson says, without where it says it from. */
    private static String reason(JsonProcessingException e) {
        return e.getOriginalMessage().replaceFirst("(?s) \\(start marker at .*", "");
    }

    private static HttpFailure missing(String name) {
        return wrong("The property '" + name + "' is missing.");
    }

    private static HttpFailure wrong(String message) {
        return HttpFailure.of(HttpCodes.REQUEST_PROPERTY, message);
    }
}
