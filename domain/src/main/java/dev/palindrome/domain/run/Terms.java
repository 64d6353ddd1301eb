package dev.palindrome.domain.run;

import java.util.Optional;

/**
 * On what terms a plan runs.
 *
 * @param autoAgree whether to run without asking
 * @param preview whether only to show the plan: nothing is run, asked or written
 * @param approved the hash of the one plan that may run, if one was approved
 * @param counted whether whoever is shown the plan, or asked, is told what is at stake
 * @param approver who approved it, if that is somebody else than whoever runs it
 */
public record Terms(
        boolean autoAgree, boolean preview, Optional<String> approved, boolean counted, Optional<String> approver) {
    /** Ask first, run whatever is planned. */
    public static final Terms ASK = new Terms(false, false, Optional.empty());

    /** Terms on which is said what is at stake. */
    public Terms(boolean autoAgree, boolean preview, Optional<String> approved) {
        this(autoAgree, preview, approved, true, Optional.empty());
    }

    /** {@return the same terms, asking or not} */
    public Terms withAutoAgree(boolean value) {
        return new Terms(value, preview, approved, counted, approver);
    }

    /** {@return the same terms, only showing or not} */
    public Terms withPreview(boolean value) {
        return new Terms(autoAgree, value, approved, counted, approver);
    }

    /** {@return the same terms for one approved plan} */
    public Terms withApproved(Optional<String> hash) {
        return new Terms(autoAgree, preview, hash, counted, approver);
    }

    /** {@return the same terms for a plan that this one approved, by whatever name the front end knows them} */
    public Terms withApprover(Optional<String> name) {
        return new Terms(autoAgree, preview, approved, counted, name);
    }

    /** {@return the same terms for somebody who has seen what is at stake, or needn't} */
    public Terms uncounted() {
        return new Terms(autoAgree, preview, approved, false, approver);
    }
}
