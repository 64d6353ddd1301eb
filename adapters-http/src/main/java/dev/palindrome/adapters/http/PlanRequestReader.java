package dev.palindrome.adapters.http;

import dev.palindrome.domain.plan.Target;
import dev.palindrome.spi.Direction;
import java.io.IOException;
import java.util.List;

/** Reads {@code {"appName", "direction", "target", "fake"}}, and says clearly what is wrong with anything else. */
final class PlanRequestReader {
    private PlanRequestReader() {}

    static PlanRequest read(byte[] body) throws IOException {
        JsonObject json = JsonObject.read(body, List.of("appName", "direction", "target"), List.of("fake"));
        Direction direction = direction(json.requireText("direction"));
        if (json.flag("fake") && direction == Direction.BACKWARDS) {
            throw JsonObject.wrong("'fake' records migrations without running them; there is no such thing backwards.");
        }
        String usual = direction == Direction.FORWARDS ? "all" : "1";
        return new PlanRequest(
                json.requireText("appName"),
                direction,
                Target.parse(json.text("target").orElse(usual)),
                json.flag("fake"));
    }

    private static Direction direction(String word) {
        for (Direction direction : Direction.values()) {
            if (direction.word().equals(word)) {
                return direction;
            }
        }
        throw JsonObject.wrong("There is no direction '" + word + "' here. There is: forwards, backwards.");
    }
}
