package dev.palindrome.spi.operation;

import dev.palindrome.spi.Checksum;
import java.util.ArrayList;
import java.util.List;

/** Names for constraints and indexes whose author gave none: the same on every database, so that they can be dropped by name. */
final class Names {
    /** The shortest limit among the databases we know, PostgreSQL's. */
    private static final int LONGEST = 63;

    private Names() {}

    static String of(String table, List<String> columns, String ending) {
        List<String> parts = new ArrayList<>();
        parts.add(bare(table));
        columns.forEach(column -> parts.add(bare(column)));
        parts.add(ending);
        String name = String.join("_", parts);
        if (name.length() <= LONGEST) {
            return name;
        }
        String hash = Checksum.of(name).value().substring(0, 8);
        return name.substring(0, LONGEST - ending.length() - hash.length() - 2) + "_" + hash + "_" + ending;
    }

    private static String bare(String written) {
        return written.replace("\"", "");
    }
}
