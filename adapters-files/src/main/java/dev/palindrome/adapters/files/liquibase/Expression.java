package dev.palindrome.adapters.files.liquibase;

import java.util.Locale;
import java.util.Set;

/**
 * An expression over contexts or labels: names, {@code and}, {@code or}, {@code !} or {@code not}, parentheses, and the comma,
 * which is another {@code or}. Whatever the case.
 */
final class Expression {
    private final String[] words;
    private final Set<String> names;
    private int at;

    private Expression(String text, Set<String> names) {
        String spaced =
                text.toLowerCase(Locale.ROOT).replaceAll("([(),!])", " $1 ").strip();
        this.words = spaced.isEmpty() ? new String[0] : spaced.split("\\s+");
        this.names = names;
    }

    /**
     * Evaluates an expression.
     *
     * @param text the expression
     * @param names those that are true, in lower case
     * @return whether it is true
     */
    static boolean isTrue(String text, Set<String> names) {
        return new Expression(text, names).or();
    }

    private boolean or() {
        boolean value = and();
        while (take("or") || take(",")) {
            value |= and();
        }
        return value;
    }

    private boolean and() {
        boolean value = not();
        while (take("and")) {
            value &= not();
        }
        return value;
    }

    private boolean not() {
        if (take("!") || take("not")) {
            return !not();
        }
        if (take("(")) {
            boolean value = or();
            take(")");
            return value;
        }
        return at < words.length && names.contains(words[at++]);
    }

    private boolean take(String word) {
        boolean is = at < words.length && words[at].equals(word);
        at += is ? 1 : 0;
        return is;
    }
}
