package dev.palindrome.domain.journal;

/** What became of the piece at which a migration stopped. */
public enum Outcome {
    /** It ran. */
    RAN,
    /** It did not run, or was taken back. */
    DID_NOT_RUN,
    /** Nobody knows, but it may run again. */
    MAY_REPEAT,
    /** Nobody knows. */
    UNKNOWN
}
