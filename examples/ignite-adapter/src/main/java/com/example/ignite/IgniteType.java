package com.example.ignite;

import dev.palindrome.spi.Row;
import java.util.Locale;
import java.util.Map;

/** The names of types: as authors write them, as Ignite's catalogue has them, and as SQL has both. */
final class IgniteType {
    /** As long as Ignite allows; without a length it would be 65536 characters. */
    static final String TEXT = "VARCHAR(2147483647)";

    private static final Map<String, String> STANDARD = Map.ofEntries(
            Map.entry("TEXT", TEXT),
            Map.entry("JSON", TEXT),
            Map.entry("BINARY", "VARBINARY(2147483647)"),
            Map.entry("VARCHAR", "VARCHAR(65536)"),
            Map.entry("VARBINARY", "VARBINARY(65536)"),
            Map.entry("INT", "INTEGER"),
            Map.entry("FLOAT", "REAL"),
            Map.entry("DOUBLE PRECISION", "DOUBLE"),
            Map.entry("TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITH LOCAL TIME ZONE"));

    private static final Map<String, String> PLAIN = Map.of(
            "INT8", "TINYINT",
            "INT16", "SMALLINT",
            "INT32", "INTEGER",
            "INT64", "BIGINT",
            "FLOAT", "REAL");

    private IgniteType() {}

    /** A table of Ignite's has no column of the type CHAR, which would pad its values. */
    static String of(String written) {
        String type = written.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        return STANDARD.getOrDefault(
                type, type.replaceFirst("^CHAR(ACTER)?\\(", "VARCHAR(").replaceFirst("^NUMERIC\\(", "DECIMAL("));
    }

    /** Reads {@code column_type}, {@code column_precision}, {@code column_scale} and {@code column_length}. */
    static String of(Row column) {
        String type = column.text("column_type").orElseThrow();
        long precision = column.number("column_precision").orElse(0);
        return switch (type) {
            case "STRING" -> "VARCHAR(" + column.number("column_length").orElseThrow() + ")";
            case "BYTE_ARRAY" -> "VARBINARY(" + column.number("column_length").orElseThrow() + ")";
            case "DECIMAL" ->
                "DECIMAL(" + precision + "," + column.number("column_scale").orElse(0) + ")";
            case "TIME" -> "TIME" + digits(precision, 0);
            case "DATETIME" -> "TIMESTAMP" + digits(precision, 6);
            case "TIMESTAMP" -> "TIMESTAMP" + digits(precision, 6) + " WITH LOCAL TIME ZONE";
            default -> PLAIN.getOrDefault(type, type);
        };
    }

    private static String digits(long precision, long usual) {
        return precision == usual ? "" : "(" + precision + ")";
    }
}
