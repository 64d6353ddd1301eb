package dev.palindrome.domain;

import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.run.Terms;
import java.util.Optional;

/**
 * What to reverse.
 *
 * @param appName the app, or {@code all}
 * @param target how far back
 * @param clean whether to delete the files of what was reversed
 * @param terms on what terms
 */
public record BackwardsRequest(String appName, Target target, boolean clean, Terms terms) {

    /** {@return a request for the most recent migration of that app} */
    public static BackwardsRequest of(String appName) {
        return new BackwardsRequest(appName, new Target.Count(1), false, Terms.ASK);
    }

    /** {@return the same request as far back as {@code all}, {@code 1} or a migration's id, which goes too} */
    public BackwardsRequest migrationId(String text) {
        return target(Target.parse(text));
    }

    /** {@return the same request with that target} */
    public BackwardsRequest target(Target value) {
        return new BackwardsRequest(appName, value, clean, terms);
    }

    /** {@return the same request, running without asking or not} */
    public BackwardsRequest autoAgree(boolean value) {
        return new BackwardsRequest(appName, target, clean, terms.withAutoAgree(value));
    }

    /** {@return the same request, deleting the files of what was reversed or not} */
    public BackwardsRequest clean(boolean value) {
        return new BackwardsRequest(appName, target, value, terms);
    }

    /** {@return the same request, only showing what would run or not} */
    public BackwardsRequest preview(boolean value) {
        return new BackwardsRequest(appName, target, clean, terms.withPreview(value));
    }

    /** {@return the same request, refusing any plan but the one with that hash} */
    public BackwardsRequest plan(Optional<String> hash) {
        return new BackwardsRequest(appName, target, clean, terms.withApproved(hash));
    }
}
