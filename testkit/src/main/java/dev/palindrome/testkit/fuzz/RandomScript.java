package dev.palindrome.testkit.fuzz;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A random script of statements that each give a value, in all the ways in which a database lets them be written. Extended for
 * each database, whose quotes, comments and bodies it knows; asked by {@link ClientContract}.
 */
public abstract class RandomScript {
    /** Without carriage returns: the clients read a script line by line, and change the line ends even in texts. */
    private static final List<String> PIECES = List.of(
            "; ;; ' \" ` \\ $ $$ $a$ -- #  // /* */ /*! a b1 é 𝒳 ( ) [ ] { } BEGIN END; CASE DELIMITER E' ? % \n \n;\n \t \u00A0"
                    .split(" "));

    private final Random random;

    /**
     * For a database's own.
     *
     * @param random what to draw from
     */
    protected RandomScript(Random random) {
        this.random = random;
    }

    /** {@return the script; what it sends one by one must give what it prints as a whole} */
    public final String text() {
        StringBuilder script = new StringBuilder();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            script.append(gap()).append(statement());
        }
        return script.append(gap()).toString();
    }

    /** {@return one or several statements, each with what ends it} */
    protected abstract String statement();

    /** {@return a comment, together with what ends it} */
    protected abstract String comment();

    /** {@return a text as a literal} */
    protected abstract String literal();

    /** {@return what ends a statement, perhaps twice} */
    protected final String end() {
        return maybe(gap()) + pick(";", ";", ";", "; ;", ";\n;", ";\n");
    }

    /** {@return a query for one value} */
    protected String query() {
        return pick("SELECT", "select", "Select") + blank() + value();
    }

    /** {@return an expression that gives a text} */
    protected final String value() {
        return switch (number(6)) {
            case 0 ->
                "CASE" + blank() + "WHEN 1 = 1 THEN" + blank() + literal() + " ELSE " + literal() + blank() + "END";
            case 1 -> "(" + gap() + literal() + gap() + ")";
            case 2 -> "coalesce(" + literal() + "," + gap() + literal() + ")";
            default -> literal();
        };
    }

    /** {@return white space and comments, at least a blank} */
    protected final String blank() {
        return pick(" ", "\n", "\t", "  ") + maybe(gap());
    }

    /** {@return white space and comments, perhaps none} */
    protected final String gap() {
        return IntStream.range(0, number(3))
                .mapToObj(i -> number(3) == 0 ? "\n" + comment() : pick(" ", "\n", "\r\n", "\t", "\n\n"))
                .collect(Collectors.joining());
    }

    /** {@return a text that ends, or doesn't end, what it stands in} */
    protected final String raw() {
        return IntStream.range(0, number(6)).mapToObj(i -> pick(PIECES)).collect(Collectors.joining());
    }

    /** {@return a text on one line} */
    protected final String line() {
        return raw().replaceAll("[\r\n]", "");
    }

    /**
     * Leaves a text out every other time.
     *
     * @param text the text
     * @return it, or nothing
     */
    protected final String maybe(String text) {
        return random.nextBoolean() ? text : "";
    }

    /**
     * Draws one.
     *
     * @param texts one or more
     * @return one of them
     */
    protected final String pick(String... texts) {
        return texts[number(texts.length)];
    }

    /**
     * Draws one.
     *
     * @param texts one or more
     * @return one of them
     */
    protected final String pick(List<String> texts) {
        return texts.get(number(texts.size()));
    }

    /**
     * Draws a number.
     *
     * @param bound one more than the highest
     * @return a number from 0 on
     */
    protected final int number(int bound) {
        return random.nextInt(bound);
    }

    /**
     * Puts a text between quotes.
     *
     * @param quote the quote
     * @param text the text
     * @return the text, in which the quote is doubled
     */
    protected static String doubled(char quote, String text) {
        return quote + text.replace(String.valueOf(quote), "" + quote + quote) + quote;
    }
}
