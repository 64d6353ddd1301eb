package dev.palindrome.domain.result;

import java.util.Locale;

/** What became of a step. */
public enum StepOutcome {
    /** It would run; nothing has. */
    PLANNED,
    /** It ran, and the history says so. */
    DONE,
    /** It was recorded without running. */
    FAKED,
    /** A statement failed, and what ran before it in this step stays, or may stay. */
    FAILED,
    /** A statement failed, and the database is as it was before the step. */
    ROLLED_BACK,
    /** The connection broke at the commit: the history says whether it was done. */
    IN_DOUBT,
    /** An earlier step failed, or the run was stopped. */
    NOT_STARTED;

    /** {@return whether the history has been written as planned} */
    public boolean isComplete() {
        return this == DONE || this == FAKED;
    }

    /** {@return the word that scripts read, such as {@code rolled-back}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
