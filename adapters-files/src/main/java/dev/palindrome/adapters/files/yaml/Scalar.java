package dev.palindrome.adapters.files.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A single value. What is quoted is a text. What stands bare is read as YAML 1.2 reads it (its core schema), so that nothing
 * changes behind the author's back:
 *
 * <ul>
 *   <li>{@code true} and {@code false} are truth values, also as {@code True} and {@code TRUE}; {@code yes}, {@code no},
 *       {@code on}, {@code off}, {@code y} and {@code n} are texts;
 *   <li>{@code null}, {@code Null}, {@code NULL}, {@code ~} and nothing at all are null;
 *   <li>{@code 12}, {@code -1.50}, {@code 1e3}, {@code 0x1F} and {@code 0o17} are numbers, to their last digit;
 *   <li>dates and times ({@code 2026-11-22}, {@code 12:30}), {@code 1_000}, {@code .inf} and {@code .nan} are texts.
 * </ul>
 *
 * There is one difference: a number with a leading zero ({@code 012}) is a text, since it is a postcode or a telephone number,
 * whose zero would be lost. A database that wants a number takes the text all the same.
 *
 * @param text the value without quotes
 */
record Scalar(Mark mark, String text, Style style) implements Node {
    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern WHOLE = Pattern.compile("[-+]?(?:0|[1-9][0-9]*)");
    private static final Pattern BASED = Pattern.compile("0(?:x[0-9a-fA-F]+|o[0-7]+)");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:\\.[0-9]+|(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,4})?");

    @Override
    public String words() {
        if (isNull()) {
            return "nothing";
        }
        String shown = text.strip().lines().findFirst().orElse("");
        String quoted = "'" + (shown.length() > 40 || text.strip().contains("\n") ? shorter(shown) : shown) + "'";
        return truth().isPresent()
                ? "the truth value " + quoted
                : number().isPresent() ? "the number " + quoted : "the text " + quoted;
    }

    private static String shorter(String line) {
        return line.substring(0, line.offsetByCodePoints(0, Math.min(37, line.codePointCount(0, line.length())))) + "…";
    }

    /** A text in a block begins in the line below its {@code |}. */
    @Override
    public int contentLine() {
        return style == Style.BLOCK ? mark.line() + 1 : mark.line();
    }

    @Override
    public Optional<Scalar> scalar() {
        return Optional.of(this);
    }

    boolean isNull() {
        return style == Style.BARE && NULL.matcher(text).matches();
    }

    boolean isText() {
        return !isNull() && truth().isEmpty() && number().isEmpty();
    }

    Optional<Boolean> truth() {
        if (style != Style.BARE) {
            return Optional.empty();
        }
        return TRUE.matcher(text).matches()
                ? Optional.of(true)
                : FALSE.matcher(text).matches() ? Optional.of(false) : Optional.empty();
    }

    /** {@return a BigInteger or a BigDecimal} */
    Optional<Number> number() {
        if (style != Style.BARE) {
            return Optional.empty();
        }
        if (WHOLE.matcher(text).matches()) {
            return Optional.of(new BigInteger(text));
        }
        if (BASED.matcher(text).matches()) {
            return Optional.of(new BigInteger(text.substring(2), text.charAt(1) == 'x' ? 16 : 8));
        }
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** How a scalar is written. */
    enum Style {
        BARE,
        QUOTED,
        BLOCK
    }
}
