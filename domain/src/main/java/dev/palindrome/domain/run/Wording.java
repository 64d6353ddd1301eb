package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Plan;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.Stakes;
import dev.palindrome.spi.Direction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a kind of run says of itself, and whether it asks first. */
public enum Wording {
    FORWARDS("ran forwards", "would run forwards"),
    FAKE("recorded without running", "would be recorded without running"),
    BACKWARDS("reversed", "would be reversed"),
    /** One that is not the most recent. */
    ONLY("reversed", "would be reversed"),
    SYNC("", ""),
    REPAIR("repaired", "would be repaired"),
    ADOPT("adopted", "would be adopted"),
    CLEAN("removed from the history", "would be removed from the history");

    private static final int MOST_LISTED = 30;

    private final String done;
    private final String would;

    Wording(String done, String would) {
        this.done = done;
        this.would = would;
    }

    /** What has been done to a migration. */
    String done() {
        return this == SYNC ? BACKWARDS.done : done;
    }

    /** What to run to go on; a command without what was said besides would do something else. */
    String goOn(Plan plan, String appName) {
        return this == FAKE || this == ONLY || this == CLEAN
                ? "the same command"
                : "'palindrome " + plan.course().word() + " " + appName + "'";
    }

    String done(List<Step> steps) {
        return counted(steps, done, BACKWARDS.done, FORWARDS.done);
    }

    String would(List<Step> steps) {
        return counted(steps, would, BACKWARDS.would, FORWARDS.would);
    }

    /** "2 migrations reversed"; and where both directions meet, "2 migrations reversed, 1 migration ran forwards". */
    private String counted(List<Step> steps, String all, String back, String forth) {
        if (this != SYNC) {
            return migrations(steps.size()) + " " + all + stored(steps);
        }
        int backwards = (int) steps.stream()
                .filter(step -> step.direction() == Direction.BACKWARDS)
                .count();
        int forwards = steps.size() - backwards;
        return Stream.of(
                        backwards == 0 ? "" : migrations(backwards) + " " + back,
                        forwards == 0 ? "" : migrations(forwards) + " " + forth)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** What a sync reverses goes by nothing else, so only going backwards says it. */
    private static String stored(List<Step> steps) {
        long stored = steps.stream().filter(Wording::isStored).count();
        return stored == 0
                ? ""
                : stored == steps.size()
                        ? stored == 1 ? ", by its stored reversal" : ", by their stored reversals"
                        : ", " + stored + " of them by "
                                + (stored == 1 ? "its stored reversal" : "their stored reversals");
    }

    private static boolean isStored(Step step) {
        return step.work().origin() == Step.Origin.HISTORY;
    }

    /**
     * What to ask before the plan runs; empty if nothing is asked. Going forwards needs no confirmation.
     *
     * @param stakes counts what is at stake, once it is sure that somebody is asked
     */
    Optional<String> question(Plan plan, Function<Plan, Stakes> stakes) {
        if (this != REPAIR
                && this != ADOPT
                && plan.steps().stream().allMatch(step -> step.direction() == Direction.FORWARDS)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(would(plan.steps())).append(":\n");
        plan.steps().stream()
                .limit(MOST_LISTED)
                .forEach(step -> text.append(
                                this == SYNC ? "  " + step.direction().word() + "  " : "  ")
                        .append(step.migration())
                        .append(step.description().isBlank() ? "" : "  " + step.description())
                        .append(isStored(step) ? "  (stored reversal)" : "")
                        .append(
                                this == REPAIR || this == ADOPT
                                        ? "\n    "
                                                + String.join("; ", step.work().notes())
                                        : "")
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
        stakes.apply(plan).lines().forEach(line -> text.append(line).append('\n'));
        return Optional.of(text.append("Continue?").toString());
    }

    private static String migrations(int count) {
        return count == 1 ? "1 migration" : count + " migrations";
    }
}
