package dev.palindrome.domain.journal;

import dev.palindrome.domain.sql.Effect.Verb;

/**
 * What the catalogue shows of one effect of a statement.
 *
 * @param surroundings a digest of the objects in which it shows
 * @param count how many things there are of that name; {@link #UNSEEN} if the catalogue doesn't show things of that kind
 * @param digest a digest of them
 */
public record Sight(String surroundings, int count, String digest) {

    /** Such as an index of a view. */
    static final int UNSEEN = -1;

    /** {@return whether it will be seen if that is done: what isn't seen now can't be seen to go or to change} */
    boolean isTelling(Verb verb) {
        return verb == Verb.MAKE ? count != UNSEEN : count > 0;
    }

    /** {@return whether that is seen later if just that was done in between} */
    boolean becomes(Sight later, Verb verb) {
        return switch (verb) {
            case MAKE -> later.count > count;
            case TAKE -> later.count < count;
            case CHANGE -> later.count == count && !later.digest.equals(digest);
        };
    }
}
