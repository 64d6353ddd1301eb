package dev.palindrome.spi;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that somebody most likely meant to write, for errors that say so. Used by whatever reads what people write.
 *
 * @since 0.1
 */
public final class NearestName {
    private static final int MOST_EDITS = 2;
    private static final int LONGEST = 40;

    private NearestName() {}

    /**
     * Looks for a known name at most two letters away, or one that the word begins or that begins the word.
     *
     * @param word what was written
     * @param known what could have been meant
     * @return the nearest, if one is near
     */
    public static Optional<String> of(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        Optional<String> nearest = known.stream()
                .filter(name -> isNear(lower, name))
                .min(Comparator.comparingInt(name -> edits(lower, name)));
        return nearest.or(() -> known.stream()
                .filter(name -> lower.length() >= 3 && (name.startsWith(lower) || lower.startsWith(name)))
                .findFirst());
    }

    /**
     * Says whether at most two letters have to be added, removed or replaced.
     *
     * @param word what was written
     * @param name what could have been meant
     * @return whether they are that near
     */
    public static boolean isNear(String word, String name) {
        return word.length() <= LONGEST
                && Math.abs(word.length() - name.length()) <= MOST_EDITS
                && edits(word, name) <= MOST_EDITS;
    }

    private static int edits(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
