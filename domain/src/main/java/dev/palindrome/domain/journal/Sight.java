package dev.palindrome.domain.journal;

import dev.palindrome.domain.sql.Effect.Verb;

/**
 * What the catalogue shows of one effect of a statement.
 *
 * @param surroundings a digest of the objects in which it shows
 * @param count how many things there are of that name
 * @param digest a digest of them
 */
public record Sight(String surroundings, int count, String digest) {

    /** {@return whether that is seen later if just that was done in between} */
    boolean becomes(Sight later, Verb verb) {
        return switch (verb) {
            case MAKE -> later.count > count;
            case TAKE -> later.count < count;
            case CHANGE -> later.count == count && !later.digest.equals(digest);
        };
    }
}
