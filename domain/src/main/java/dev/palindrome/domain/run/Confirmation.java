package dev.palindrome.domain.run;

/** Asks whoever is there before something is reversed or removed. Implemented by front ends. */
@FunctionalInterface
public interface Confirmation {
    /** Nobody is there to say yes. */
    Confirmation NO = question -> false;

    /**
     * Asks.
     *
     * @param question what would happen, several lines, ending in a question
     * @return whether the answer was a clear yes
     */
    boolean confirm(String question);
}
