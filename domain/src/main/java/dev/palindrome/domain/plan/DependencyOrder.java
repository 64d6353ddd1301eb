package dev.palindrome.domain.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps track of a walk along dependencies, so that each thing is visited once and circles are seen. */
final class DependencyOrder<T> {
    private final Set<T> done = new HashSet<>();
    private final Set<T> path = new LinkedHashSet<>();

    enum Visit {
        NEW,
        DONE,
        CIRCLE
    }

    Visit enter(T thing) {
        if (done.contains(thing)) {
            return Visit.DONE;
        }
        return path.add(thing) ? Visit.NEW : Visit.CIRCLE;
    }

    void leave(T thing) {
        path.remove(thing);
        done.add(thing);
    }

    /** Shows the circle that closes at a thing on the path. */
    String circle(T thing) {
        List<T> all = new ArrayList<>(path);
        List<T> circle = new ArrayList<>(all.subList(all.indexOf(thing), all.size()));
        circle.add(thing);
        return circle.stream().map(String::valueOf).collect(Collectors.joining(" → "));
    }
}
