package dev.palindrome.adapters.jdbc;

import dev.palindrome.spi.StandardSql;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the SQL of all our databases has in common: quoted names, literals, the first word of a statement. */
public final class SqlText {
    private static final Pattern BLANK = Pattern.compile("(?s)\\s+|--[^\\r\\n]*|/\\*.*?\\*/");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private SqlText() {}

    /**
     * Quotes a name as ISO/IEC 9075 does.
     *
     * @param identifier a name
     * @return the name between double quotes
     * @throws IllegalArgumentException if the name is empty or has a NUL character, which no database takes
     */
    public static String quote(String identifier) {
        return StandardSql.quote(identifier);
    }

    /**
     * Writes a value as ISO/IEC 9075 does.
     *
     * @param value a text, number, boolean or null
     * @return the literal
     * @throws IllegalArgumentException if the value is something else, or has no literal
     */
    public static String literal(@Nullable Object value) {
        return StandardSql.literal(value);
    }

    /**
     * Finds what kind of statement it is.
     *
     * @param sql a statement, maybe with comments before it
     * @return its first word in capitals; empty if it begins with something else
     */
    public static String firstWord(String sql) {
        Matcher matcher = BLANK.matcher(sql);
        while (matcher.lookingAt()) {
            matcher.region(matcher.end(), sql.length());
        }
        return matcher.usePattern(WORD).lookingAt() ? matcher.group().toUpperCase(Locale.ROOT) : "";
    }
}
