package dev.palindrome.adapters.http;

import dev.palindrome.domain.plan.Course;
import dev.palindrome.domain.plan.Target;
import java.io.IOException;
import java.util.List;

/** Reads {@code {"appName", "direction", "target", "fake"}}, and says clearly what is wrong with anything else. */
final class PlanRequestReader {
    private static final List<Course> COURSES = List.of(Course.FORWARDS, Course.BACKWARDS, Course.SYNC);

    private PlanRequestReader() {}

    static PlanRequest read(byte[] body) throws IOException {
        JsonObject json = JsonObject.read(body, List.of("appName", "direction", "target"), List.of("fake"));
        Course course = course(json.requireText("direction"));
        if (json.flag("fake") && course != Course.FORWARDS) {
            throw JsonObject.wrong(
                    "'fake' records migrations without running them; there is no such thing " + course.word() + ".");
        }
        Target target = Target.parse(json.text("target").orElse(course == Course.BACKWARDS ? "1" : "all"));
        if (course == Course.SYNC && !target.equals(Target.ALL)) {
            throw JsonObject.wrong("A sync goes all the way: leave 'target' out.");
        }
        return new PlanRequest(json.requireText("appName"), course, target, json.flag("fake"));
    }

    private static Course course(String word) {
        return COURSES.stream()
                .filter(course -> course.word().equals(word))
                .findFirst()
                .orElseThrow(() -> JsonObject.wrong(
                        "There is no direction '" + word + "' here. There is: forwards, backwards, sync."));
    }
}
