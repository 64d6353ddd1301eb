package dev.palindrome.spi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Names and values as ISO/IEC 9075 writes them. What a {@link Dialect} does unless it says otherwise; for adapters that write
 * SQL of their own.
 *
 * @since 0.1
 */
public final class StandardSql {
    private StandardSql() {}

    /**
     * Quotes a name.
     *
     * @param identifier a name
     * @return the name between double quotes
     * @throws IllegalArgumentException if the name is empty or has a NUL character, which no database takes
     */
    public static String quote(String identifier) {
        if (identifier.isEmpty() || identifier.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A name in SQL is not empty and has no NUL character");
        }
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /**
     * Writes a value.
     *
     * @param value a text, number, boolean or null
     * @return the literal
     * @throws IllegalArgumentException if the value is something else, or has no literal
     */
    public static String literal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Boolean flag) {
            return flag ? "TRUE" : "FALSE";
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).toString(); // infinities have no literal and fail here
        }
        if (value instanceof CharSequence || value instanceof Character) {
            String text = value.toString();
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("A text in SQL has no NUL character");
            }
            return '\'' + text.replace("'", "''") + '\'';
        }
        throw new IllegalArgumentException("A literal is a text, number, boolean or null, not " + value.getClass());
    }
}
