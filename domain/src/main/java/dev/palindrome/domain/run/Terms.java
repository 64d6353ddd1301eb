package dev.palindrome.domain.run;

import java.util.Optional;

/**
 * On what terms a plan runs.
 *
 * @param autoAgree whether to run without asking
 * @param preview whether only to show the plan: nothing is run, asked or written
 * @param approved the hash of the one plan that may run, if one was approved
 */
public record Terms(boolean autoAgree, boolean preview, Optional<String> approved) {
    /** Ask first, run whatever is planned. */
    public static final Terms ASK = new Terms(false, false, Optional.empty());

    /** {@return the same terms, asking or not} */
    public Terms withAutoAgree(boolean value) {
        return new Terms(value, preview, approved);
    }

    /** {@return the same terms, only showing or not} */
    public Terms withPreview(boolean value) {
        return new Terms(autoAgree, value, approved);
    }

    /** {@return the same terms for one approved plan} */
    public Terms withApproved(Optional<String> hash) {
        return new Terms(autoAgree, preview, hash);
    }
}
