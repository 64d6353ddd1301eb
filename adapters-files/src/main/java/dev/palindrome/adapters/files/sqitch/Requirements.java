package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import java.util.Optional;

/** What changes require and what they can't be together with, in their own plan and in others. */
final class Requirements {
    private final Plan plan;
    private final SqitchProject project;
    private final String appName;
    private final Findings findings;

    Requirements(Plan plan, SqitchProject project, String appName, Findings findings) {
        this.plan = plan;
        this.project = project;
        this.appName = appName;
        this.findings = findings;
    }

    /** Makes a migration depend on what its change requires. */
    void add(int at, Migration.Builder builder) {
        Change change = plan.changes().get(at);
        Location place = new Location(plan.file(), change.line());
        change.requires().forEach(required -> {
            if (required.isIn(plan.project()) && (required.id().isEmpty() || isHere(required))) {
                own(change, required, at, place, builder);
            } else {
                foreign(change, required, place, builder);
            }
        });
        change.conflicts().forEach(conflict -> conflict(change, conflict, at, place));
    }

    private boolean isHere(Dependency dependency) {
        return plan.find(dependency, plan.changes().size()).isPresent();
    }

    private void own(Change change, Dependency required, int at, Location place, Migration.Builder builder) {
        Optional<Change> found = plan.find(required, at);
        if (found.isPresent()) {
            builder.dependsOn(appName, found.get().migrationId().value());
            return;
        }
        findings.error(
                SqitchCodes.DEPENDENCY,
                "The change '" + change.migrationId() + "' requires '" + required.written() + "', which "
                        + (isHere(required)
                                ? "the plan has only later. Move it up."
                                : "the plan doesn't have. Correct the name."),
                place);
    }

    private void foreign(Change change, Dependency required, Location place, Migration.Builder builder) {
        if (required.project().isEmpty() || required.change().isEmpty()) {
            findings.error(
                    SqitchCodes.DEPENDENCY,
                    "The change '" + change.migrationId() + "' requires '" + required.written()
                            + "' of another project, by its id or its tag alone, which only sqitch's registry could tell. Name"
                            + " the change: PROJECT:NAME.",
                    place);
            return;
        }
        if (required.tag().isPresent()) {
            findings.warning(
                    SqitchCodes.DEPENDENCY,
                    "The change '" + change.migrationId() + "' requires '" + required.written()
                            + "'. The other project's tags aren't known here, so the first change of that name is meant.",
                    place);
        }
        String app = project.appOf(required.project().get());
        builder.dependsOn(app, Change.migrationId(required.change().get(), 1).value());
    }

    private void conflict(Change change, Dependency conflict, int at, Location place) {
        if (!conflict.isIn(plan.project())) {
            findings.warning(
                    SqitchCodes.CONFLICT,
                    "The change '" + change.migrationId() + "' must not meet '" + conflict.written()
                            + "' of another project, which isn't watched here.",
                    place);
        } else if (plan.find(conflict, at).isPresent()) {
            findings.error(
                    SqitchCodes.CONFLICT,
                    "The change '" + change.migrationId() + "' must not be deployed together with '"
                            + conflict.written() + "', which comes before it in the plan. Take one of them out.",
                    place);
        }
    }
}
