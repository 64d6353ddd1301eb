package dev.palindrome.domain;

import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.run.Terms;
import java.util.Optional;

/**
 * What to run forwards.
 *
 * @param appName the app, or {@code all}
 * @param target how far
 * @param fake whether to record the migrations without running them
 * @param terms on what terms
 */
public record ForwardsRequest(String appName, Target target, boolean fake, Terms terms) {

    /** {@return a request for everything that is pending in that app} */
    public static ForwardsRequest of(String appName) {
        return new ForwardsRequest(appName, Target.ALL, false, Terms.ASK);
    }

    /** {@return the same request as far as {@code all}, {@code 1} or a migration's id} */
    public ForwardsRequest migrationId(String text) {
        return target(Target.parse(text));
    }

    /** {@return the same request with that target} */
    public ForwardsRequest target(Target value) {
        return new ForwardsRequest(appName, value, fake, terms);
    }

    /** {@return the same request, recording without running or not} */
    public ForwardsRequest fake(boolean value) {
        return new ForwardsRequest(appName, target, value, terms);
    }

    /** {@return the same request, only showing what would run or not} */
    public ForwardsRequest preview(boolean value) {
        return new ForwardsRequest(appName, target, fake, terms.withPreview(value));
    }

    /** {@return the same request, running without asking or not} */
    public ForwardsRequest autoAgree(boolean value) {
        return new ForwardsRequest(appName, target, fake, terms.withAutoAgree(value));
    }

    /** {@return the same request, refusing any plan but the one with that hash} */
    public ForwardsRequest plan(Optional<String> hash) {
        return new ForwardsRequest(appName, target, fake, terms.withApproved(hash));
    }
}
