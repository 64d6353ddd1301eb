package dev.palindrome.domain.journal;

/** What is unknown when a runner died at a piece of a migration, and how that is settled. */
public enum Doubt {
    /** Nothing: it is one transaction with the note that says it is done, or has no effect. */
    NONE,
    /** Nothing: it committed together with its own note. */
    PROVEN,
    /** Whether it ran; the catalogue shows that. */
    CATALOGUE,
    /** Whether it ran; but it may run again. */
    REPEATABLE,
    /** Whether it ran; only people can know. */
    PEOPLE
}
