package dev.palindrome.adapters.http.plan;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.plan.BackwardsPlanner;
import dev.palindrome.domain.plan.Course;
import dev.palindrome.domain.plan.ForwardsPlanner;
import dev.palindrome.domain.plan.Planner;
import dev.palindrome.domain.plan.SyncPlanner;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.domain.run.Terms;
import java.util.Optional;

/**
 * What somebody wants planned.
 *
 * @param appName an app, or {@code all}
 * @param course which way, or both
 * @param target how far; not for sync, which goes all the way
 * @param fake whether to record without running; forwards only
 */
public record PlanRequest(String appName, Course course, Target target, boolean fake) {
    private static final Terms SHOWN = Terms.ASK.withPreview(true);

    /** {@return what would run, and what is at stake; nothing runs} */
    MigrationResult preview(Palindrome palindrome) {
        return run(palindrome, SHOWN, RunListener.NONE);
    }

    /** {@return what would run, for whoever has seen it already} */
    public MigrationResult previewAgain(Palindrome palindrome) {
        return run(palindrome, SHOWN.uncounted(), RunListener.NONE);
    }

    /** {@return what plans it} */
    public Planner planner(Apps apps) {
        return switch (course) {
            case FORWARDS -> new ForwardsPlanner(apps, appName, target, fake);
            case BACKWARDS -> new BackwardsPlanner(apps, appName, target, false);
            case SYNC -> new SyncPlanner(apps, appName);
            case REPAIR, ADOPT -> throw unplannable();
        };
    }

    /** Runs it, if it is still the plan that was approved. */
    public MigrationResult run(Palindrome palindrome, Approval approval, RunListener watcher) {
        Terms terms = Terms.ASK
                .withAutoAgree(true)
                .withApproved(Optional.of(approval.hash()))
                .withApprover(approval.approver());
        return run(palindrome, terms, watcher);
    }

    private MigrationResult run(Palindrome palindrome, Terms terms, RunListener watcher) {
        return switch (course) {
            case FORWARDS -> palindrome.forwards(new ForwardsRequest(appName, target, fake, terms), watcher);
            case BACKWARDS -> palindrome.backwards(new BackwardsRequest(appName, target, false, terms), watcher);
            case SYNC -> palindrome.sync(appName, terms, watcher);
            case REPAIR, ADOPT -> throw unplannable();
        };
    }

    private static IllegalStateException unplannable() {
        return new IllegalStateException("Only what goes forwards or backwards is planned over HTTP");
    }
}
