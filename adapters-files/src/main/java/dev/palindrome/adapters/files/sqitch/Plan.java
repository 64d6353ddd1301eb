package dev.palindrome.adapters.files.sqitch;

import java.util.List;
import java.util.Optional;

/**
 * A project's plan.
 *
 * @param file the file as users know it
 * @param project its name
 * @param changes in the order in which they are deployed
 */
record Plan(String file, String project, List<Change> changes) {

    /** Guards the record. */
    Plan {
        changes = List.copyOf(changes);
    }

    /** {@return the change that a dependency within the plan means, among those before a certain one} */
    Optional<Change> find(Dependency dependency, int before) {
        int end = dependency.tag().map(tag -> afterTag(tag, before)).orElse(before);
        for (int at = end - 1; at >= 0; at--) {
            Change change = changes.get(at);
            if (dependency
                    .id()
                    .map(change.id()::equals)
                    .orElseGet(
                            () -> dependency.change().map(change.name()::equals).orElse(true))) {
                return Optional.of(change);
            }
        }
        return Optional.empty();
    }

    private int afterTag(String tag, int before) {
        for (int at = 0; at < before; at++) {
            if (changes.get(at).tags().contains(tag)) {
                return at + 1;
            }
        }
        return 0;
    }
}
