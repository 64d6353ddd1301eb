package dev.palindrome.adapters.http;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.plan.BackwardsPlanner;
import dev.palindrome.domain.plan.ForwardsPlanner;
import dev.palindrome.domain.plan.Planner;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Direction;
import java.util.Optional;

/**
 * What somebody wants planned.
 *
 * @param appName an app, or {@code all}
 * @param direction which way
 * @param target how far
 * @param fake whether to record without running; forwards only
 */
record PlanRequest(String appName, Direction direction, Target target, boolean fake) {

    /** {@return what would run; nothing does} */
    MigrationResult preview(Palindrome palindrome) {
        return direction == Direction.FORWARDS
                ? palindrome.forwards(forwards().preview(true))
                : palindrome.backwards(backwards().preview(true));
    }

    /** {@return what plans it} */
    Planner planner(Apps apps) {
        return direction == Direction.FORWARDS
                ? new ForwardsPlanner(apps, appName, target, fake)
                : new BackwardsPlanner(apps, appName, target, false);
    }

    /** Runs it, if the plan still has that hash. */
    MigrationResult run(Palindrome palindrome, String hash, RunListener watcher) {
        Optional<String> approved = Optional.of(hash);
        return direction == Direction.FORWARDS
                ? palindrome.forwards(forwards().autoAgree(true).plan(approved), watcher)
                : palindrome.backwards(backwards().autoAgree(true).plan(approved), watcher);
    }

    private ForwardsRequest forwards() {
        return ForwardsRequest.of(appName).target(target).fake(fake);
    }

    private BackwardsRequest backwards() {
        return BackwardsRequest.of(appName).target(target);
    }
}
