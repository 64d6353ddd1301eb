package dev.palindrome.adapters.files.sqitch;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** A project's plan: its changes, in the order in which they are deployed. */
final class Plan {
    private final String file;
    private final String project;
    private final List<Change> changes;
    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<String, NavigableSet<Integer>> byName = new HashMap<>();
    private final Map<String, Integer> byTag = new HashMap<>();

    /**
     * A plan.
     *
     * @param file the file as users know it
     * @param project its name
     * @param changes in the order in which they are deployed
     */
    Plan(String file, String project, List<Change> changes) {
        this.file = file;
        this.project = project;
        this.changes = List.copyOf(changes);
        for (int at = 0; at < changes.size(); at++) {
            Change change = changes.get(at);
            int place = at;
            byId.putIfAbsent(change.id(), at);
            byName.computeIfAbsent(change.name(), name -> new TreeSet<>()).add(at);
            change.tags().forEach(tag -> byTag.putIfAbsent(tag, place));
        }
    }

    String file() {
        return file;
    }

    String project() {
        return project;
    }

    List<Change> changes() {
        return changes;
    }

    /** {@return the change with an id of sqitch's own} */
    Optional<Change> withId(String id) {
        return Optional.ofNullable(byId.get(id)).map(changes::get);
    }

    /** {@return which of the changes of a name is the instance of this number} */
    Optional<Change> named(String name, int instance) {
        return named(name).stream().skip(instance - 1L).findFirst().map(changes::get);
    }

    /** {@return the change that a dependency within the plan means, among those before a certain one} */
    Optional<Change> find(Dependency dependency, int before) {
        int end = dependency.tag().map(tag -> afterTag(tag, before)).orElse(before);
        if (dependency.id().isPresent()) {
            return dependency.id().map(byId::get).filter(at -> at < end).map(changes::get);
        }
        Optional<Integer> last = dependency.change().isPresent()
                ? dependency.change().map(name -> named(name).lower(end))
                : Optional.of(end - 1).filter(at -> at >= 0);
        return last.map(changes::get);
    }

    private NavigableSet<Integer> named(String name) {
        return byName.getOrDefault(name, Collections.emptyNavigableSet());
    }

    private int afterTag(String tag, int before) {
        int at = byTag.getOrDefault(tag, before);
        return at < before ? at + 1 : 0;
    }
}
