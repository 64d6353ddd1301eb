package dev.palindrome.adapters.jdbc.h2;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The standard types as H2's information schema names them, so that a plan foresees what will be read. */
final class H2Types {
    private static final Pattern TYPE = Pattern.compile("([a-z ]+?) *(\\([0-9, ]+\\))?( with(?:out)? time zone)?");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("varchar", "CHARACTER VARYING"),
            Map.entry("character varying", "CHARACTER VARYING"),
            Map.entry("char", "CHARACTER"),
            Map.entry("character", "CHARACTER"),
            Map.entry("text", "CHARACTER LARGE OBJECT"),
            Map.entry("clob", "CHARACTER LARGE OBJECT"),
            Map.entry("blob", "BINARY LARGE OBJECT"),
            Map.entry("binary", "BINARY VARYING"),
            Map.entry("varbinary", "BINARY VARYING"),
            Map.entry("integer", "INTEGER"),
            Map.entry("int", "INTEGER"),
            Map.entry("bigint", "BIGINT"),
            Map.entry("smallint", "SMALLINT"),
            Map.entry("tinyint", "TINYINT"),
            Map.entry("numeric", "NUMERIC"),
            Map.entry("decimal", "DECIMAL"),
            Map.entry("real", "REAL"),
            Map.entry("double", "DOUBLE PRECISION"),
            Map.entry("double precision", "DOUBLE PRECISION"),
            Map.entry("boolean", "BOOLEAN"),
            Map.entry("date", "DATE"),
            Map.entry("time", "TIME"),
            Map.entry("timestamp", "TIMESTAMP"),
            Map.entry("uuid", "UUID"),
            Map.entry("json", "JSON"));

    private H2Types() {}

    /** {@return H2's name of a type; one that isn't known as it is} */
    static String of(String type) {
        Matcher matcher = TYPE.matcher(type.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches() || !NAMES.containsKey(matcher.group(1))) {
            return type;
        }
        String zone = matcher.group(3) == null || matcher.group(3).contains("without") ? "" : " WITH TIME ZONE";
        String length = matcher.group(2) == null ? "" : matcher.group(2).replaceAll(" *, *", ", ");
        return NAMES.get(matcher.group(1)) + length + zone;
    }
}
