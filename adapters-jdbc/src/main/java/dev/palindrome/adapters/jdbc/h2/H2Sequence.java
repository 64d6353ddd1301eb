package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The options of a sequence that aren't the default: of one that stands alone, or of one behind an identity column, under
 * whose columns in the information schema they are read.
 */
final class H2Sequence {
    private static final Map<String, Long> LARGEST = Map.of(
            "BIGINT", Long.MAX_VALUE,
            "INTEGER", (long) Integer.MAX_VALUE,
            "SMALLINT", (long) Short.MAX_VALUE,
            "TINYINT", (long) Byte.MAX_VALUE);
    private static final long CACHE = 32;

    private H2Sequence() {}

    static String options(Row row) {
        List<String> options = new ArrayList<>();
        long largest = LARGEST.getOrDefault(H2Scope.text(row, "DATA_TYPE"), 0L);
        long increment = number(row, "IDENTITY_INCREMENT");
        boolean grows = increment > 0;
        add(options, "START WITH ", number(row, "IDENTITY_START"), grows ? 1 : -1);
        add(options, "INCREMENT BY ", increment, 1);
        add(options, "MINVALUE ", number(row, "IDENTITY_MINIMUM"), grows ? 1 : -largest - 1);
        add(options, "MAXVALUE ", number(row, "IDENTITY_MAXIMUM"), grows ? largest : -1);
        if (H2Scope.text(row, "IDENTITY_CYCLE").equals("YES")) {
            options.add("CYCLE");
        }
        add(options, "CACHE ", number(row, "IDENTITY_CACHE"), CACHE);
        return String.join(" ", options);
    }

    private static void add(List<String> options, String words, long value, long unlessSaid) {
        if (value != unlessSaid) {
            options.add(words + value);
        }
    }

    private static long number(Row row, String column) {
        return row.number(column).orElse(0);
    }
}
