package dev.palindrome.domain.sql;

import dev.palindrome.spi.catalogue.ObjectName;
import java.util.List;

/** Reads which tables a statement is about. */
public final class Touched {
    private Touched() {}

    /**
     * Reads the tables that a statement makes, changes or drops, or of which it changes the rows.
     *
     * @return their names; empty if its words don't tell, or it is about something else
     */
    public static List<ObjectName> tables(String sql) {
        return isAboutTables(new SqlWords(sql))
                ? Effects.of(sql).orElse(List.of()).stream()
                        .map(Effect::object)
                        .filter(name -> !name.name().isEmpty())
                        .map(Touched::bare)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** What a schema statement is about is a table, or hangs on one; other statements change rows. */
    private static boolean isAboutTables(SqlWords words) {
        if (words.isAt("COMMENT")) {
            words.skip("COMMENT");
            return words.skip("ON") && words.isAt("TABLE");
        }
        return !words.skip("CREATE", "DROP", "ALTER")
                || (words.seek(Effects.MOST_WORDS_BEFORE_KIND, Effects.KINDS)
                        && (words.isAt("TABLE") || words.isAt(Effects.PARTS)));
    }

    private static ObjectName bare(ObjectName written) {
        return new ObjectName(written.schema().map(Identifiers::unquoted), Identifiers.unquoted(written.name()));
    }
}
