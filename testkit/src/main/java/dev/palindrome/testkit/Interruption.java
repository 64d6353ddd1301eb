package dev.palindrome.testkit;

/** Told before each statement and each commit of a run. What comes after one of them is what comes before the next. */
@FunctionalInterface
interface Interruption {

    /** May end whatever is running. */
    void reached();
}
