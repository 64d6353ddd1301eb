package dev.palindrome.domain.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that a migration made, and that its reversal takes away: seen in the reversal's statements.
 *
 * @param name its name, in lower case
 * @param table the table that it is a part of; empty if it stands by itself
 */
record Made(String name, Optional<String> table) {
    private static final String NAME =
            "((?:(?:\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|[\\p{L}_][\\p{L}\\p{N}_$]*)\\s*\\.\\s*)?"
                    + "(?:\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|[\\p{L}_][\\p{L}\\p{N}_$]*))";
    private static final Pattern DROP = Pattern.compile("(?is)\\bDROP\\s+(?:MATERIALIZED\\s+)?"
            + "(?:TABLE|VIEW|INDEX|SEQUENCE|TYPE|SCHEMA|FUNCTION|PROCEDURE|DOMAIN|TRIGGER)\\s+(?:CONCURRENTLY\\s+)?"
            + "(?:IF\\s+EXISTS\\s+)?" + NAME);
    private static final Pattern ALTER =
            Pattern.compile("(?is)^\\s*ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?" + NAME + "\\s+(.*)");
    private static final Pattern DROP_PART =
            Pattern.compile("(?is)\\bDROP\\s+(?:COLUMN\\s+|CONSTRAINT\\s+)?(?:IF\\s+EXISTS\\s+)?" + NAME);
    private static final Pattern RENAME_TABLE = Pattern.compile("(?is)^RENAME\\s+(?:TO|AS)\\s+" + NAME);
    private static final Pattern RENAME_PART =
            Pattern.compile("(?is)^RENAME\\s+(?:COLUMN\\s+|CONSTRAINT\\s+)?" + NAME + "\\s+TO\\s");

    /** {@return what the statements of a reversal take away} */
    static List<Made> takenBy(List<String> statements) {
        List<Made> made = new ArrayList<>();
        for (String statement : statements) {
            Matcher alter = ALTER.matcher(statement);
            if (alter.find()) {
                altered(Identifiers.bare(alter.group(1)), alter.group(2), made);
            } else {
                Matcher drop = DROP.matcher(statement);
                while (drop.find()) {
                    made.add(new Made(Identifiers.bare(drop.group(1)), Optional.empty()));
                }
            }
        }
        return made;
    }

    private static void altered(String table, String change, List<Made> made) {
        Matcher renamed = RENAME_TABLE.matcher(change);
        if (renamed.find()) {
            made.add(new Made(table, Optional.empty()));
            made.add(new Made(Identifiers.bare(renamed.group(1)), Optional.empty())); // made anew under that name
            return;
        }
        Matcher part = RENAME_PART.matcher(change);
        if (part.find()) {
            made.add(new Made(Identifiers.bare(part.group(1)), Optional.of(table)));
            return;
        }
        Matcher drop = DROP_PART.matcher(change);
        while (drop.find()) {
            made.add(new Made(Identifiers.bare(drop.group(1)), Optional.of(table)));
        }
    }

    /** {@return whether a text with those names is about it} */
    boolean isNamedIn(Set<String> names) {
        return names.contains(name) && table.filter(t -> !names.contains(t)).isEmpty();
    }

    @Override
    public String toString() {
        return table.map(t -> t + ".").orElse("") + name;
    }
}
