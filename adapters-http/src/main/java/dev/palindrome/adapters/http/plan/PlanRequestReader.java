package dev.palindrome.adapters.http.plan;

import dev.palindrome.adapters.http.request.JsonObject;
import dev.palindrome.domain.plan.Course;
import dev.palindrome.domain.plan.Target;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads {@code {"appName", "direction", "target" or "id", "fake"}}, and says clearly what is wrong with anything else. */
final class PlanRequestReader {
    private static final List<Course> COURSES = List.of(Course.FORWARDS, Course.BACKWARDS, Course.SYNC);

    private PlanRequestReader() {}

    static PlanRequest read(byte[] body) throws IOException {
        JsonObject json = JsonObject.read(body, List.of("appName", "direction", "target", "id"), List.of("fake"));
        Course course = course(json.requireText("direction"));
        if (json.flag("fake") && course != Course.FORWARDS) {
            throw JsonObject.wrong(
                    "'fake' records migrations without running them; there is no such thing " + course.word() + ".");
        }
        Target target = target(json, course);
        if (course == Course.SYNC && !target.equals(Target.ALL)) {
            throw JsonObject.wrong("A sync goes all the way: leave 'target' and 'id' out.");
        }
        return new PlanRequest(json.requireText("appName"), course, target, json.flag("fake"));
    }

    private static Target target(JsonObject json, Course course) {
        Optional<String> id = json.text("id");
        if (id.isPresent() && json.text("target").isPresent()) {
            throw JsonObject.wrong("'id' and 'target' both say how far to go: leave one of them out.");
        }
        String usual = course == Course.BACKWARDS ? "1" : "all";
        return id.map(Target::id)
                .orElseGet(() -> Target.parse(json.text("target").orElse(usual)));
    }

    private static Course course(String word) {
        return COURSES.stream()
                .filter(course -> course.word().equals(word))
                .findFirst()
                .orElseThrow(() -> JsonObject.wrong(
                        "There is no direction '" + word + "' here. There is: forwards, backwards, sync."));
    }
}
