package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Plan;
import dev.palindrome.domain.plan.Step;
import java.util.List;
import java.util.Optional;

/** What a kind of run says of itself, and whether it asks first. */
public enum Wording {
    FORWARDS("ran forwards", "would run forwards"),
    FAKE("recorded without running", "would be recorded without running"),
    BACKWARDS("reversed", "would be reversed"),
    CLEAN("removed from the history", "would be removed from the history");

    private static final int MOST_LISTED = 30;

    private final String done;
    private final String would;

    Wording(String done, String would) {
        this.done = done;
        this.would = would;
    }

    String done(int count) {
        return migrations(count) + " " + done;
    }

    String would(int count) {
        return migrations(count) + " " + would;
    }

    /** What to ask before the plan runs; empty if nothing is asked. Going forwards needs no confirmation. */
    Optional<String> question(Plan plan) {
        if (this == FORWARDS || this == FAKE) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(would(plan.steps().size())).append(":\n");
        plan.steps().stream()
                .limit(MOST_LISTED)
                .forEach(step -> text.append("  ")
                        .append(step.migration())
                        .append(step.description().isBlank() ? "" : "  " + step.description())
                        .append('\n'));
        int more = plan.steps().size() - MOST_LISTED;
        if (more > 0) {
            text.append("  … and ").append(more).append(" more\n");
        }
        long files = plan.steps().stream()
                .map(Step::filesToDelete)
                .mapToLong(List::size)
                .sum();
        if (files > 0) {
            text.append("Their ")
                    .append(files)
                    .append(files == 1 ? " file is" : " files are")
                    .append(" deleted.\n");
        }
        return Optional.of(text.append("Continue?").toString());
    }

    private static String migrations(int count) {
        return count == 1 ? "1 migration" : count + " migrations";
    }
}
