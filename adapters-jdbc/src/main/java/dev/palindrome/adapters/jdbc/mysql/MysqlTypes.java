package dev.palindrome.adapters.jdbc.mysql;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The standard types as the servers show them, so that a plan foresees what will be read. */
final class MysqlTypes {
    private static final Pattern TYPE = Pattern.compile("([a-z ]+?) *(\\([0-9, ]+\\))?( with(?:out)? time zone)?");
    private static final String MICROSECONDS = "(6)";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("bigint", "bigint"),
            Map.entry("boolean", "tinyint(1)"),
            Map.entry("character", "char"),
            Map.entry("character varying", "varchar"),
            Map.entry("clob", "longtext"),
            Map.entry("decimal", "decimal"),
            Map.entry("double", "double"),
            Map.entry("double precision", "double"),
            Map.entry("int", "int"),
            Map.entry("integer", "int"),
            Map.entry("numeric", "decimal"),
            Map.entry("real", "double"),
            Map.entry("smallint", "smallint"),
            Map.entry("text", "longtext"),
            Map.entry("timestamp", "datetime"),
            Map.entry("uuid", "char(36)"));

    /** Without a length they would have one byte, or be refused. */
    private static final Map<String, String> WITHOUT_LENGTH = Map.of(
            "binary", "longblob",
            "blob", "longblob",
            "varbinary", "longblob",
            "varchar", "longtext",
            "character varying", "longtext");

    private static final Set<String> TEXTS =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");

    private MysqlTypes() {}

    /**
     * Their timestamp is a moment, which the session's time zone shows, so it is the standard's with a time zone.
     *
     * @return the servers' name of a type; one that isn't known as it is
     */
    static String of(String type) {
        Matcher matcher = TYPE.matcher(type.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return type;
        }
        String name = matcher.group(1);
        String length = matcher.group(2) == null ? "" : matcher.group(2).replace(" ", "");
        if (name.equals("timestamp")) {
            boolean isMoment = " with time zone".equals(matcher.group(3));
            return (isMoment ? "timestamp" : "datetime") + (length.isEmpty() ? MICROSECONDS : length);
        }
        if (length.isEmpty() && WITHOUT_LENGTH.containsKey(name)) {
            return WITHOUT_LENGTH.get(name);
        }
        return NAMES.containsKey(name) ? NAMES.get(name) + length : type;
    }

    /** {@return whether it has a character set} */
    static boolean isText(String type) {
        return TEXTS.contains(type.replaceFirst("[ (].*", "").toLowerCase(Locale.ROOT));
    }
}
