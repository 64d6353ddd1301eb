package dev.palindrome.domain.sql;

import dev.palindrome.domain.sql.Effect.Verb;
import dev.palindrome.spi.catalogue.ObjectName;

/** Reads what an ALTER TABLE does, action by action. */
final class AlteredTable {
    /** These change a table as a whole, and the catalogue needn't show that. */
    private static final String[] OTHERS = {
        "SET",
        "RESET",
        "OWNER",
        "ENABLE",
        "DISABLE",
        "VALIDATE",
        "CLUSTER",
        "INHERIT",
        "NO",
        "FORCE",
        "REPLICA",
        "ENGINE",
        "COMMENT",
        "AUTO_INCREMENT",
        "CONVERT",
        "DEFAULT",
        "CHARACTER",
        "CHARSET",
        "COLLATE",
        "ROW_FORMAT",
        "ORDER",
        "PARTITION"
    };

    private final SqlWords words;
    private final Findings findings;
    private final ObjectName table;

    /** What follows the table's name. */
    AlteredTable(SqlWords words, Findings findings, ObjectName table) {
        this.words = words;
        this.findings = findings;
        this.table = table;
    }

    void read() {
        boolean isRepeatable = true;
        do {
            isRepeatable &= words.isAt("ADD", "DROP") && words.saysIfExists();
            action();
            while (!words.atEnd() && !words.isAt(",")) {
                words.skipOne();
            }
        } while (words.skip(","));
        findings.repeatableIf(isRepeatable);
    }

    private void action() {
        if (words.isFollowedBy("PARTITION", "PARTITIONING", "TABLESPACE", "SCHEMA")) {
            findings.untold(); // rows come and go, or the table itself
        } else if (words.skip("ADD")) {
            part(Verb.MAKE);
        } else if (words.skip("DROP")) {
            part(Verb.TAKE);
        } else if (words.skip("RENAME")) {
            renamed();
        } else if (words.skip("CHANGE")) {
            words.skip("COLUMN");
            words.skipIfExists();
            replaced(words.objectName().name(), words.objectName().name());
        } else if (words.skip("MODIFY")) {
            words.skip("COLUMN");
            words.skipIfExists();
            findings.toldIf(!words.isAt("("));
            findings.add(Verb.CHANGE, table, words.objectName().name());
        } else if (words.skip("ALTER")) {
            altered();
        } else if (!words.isAt("ALGORITHM", "LOCK", "WAIT", "NOWAIT")) { // these say how, not what
            findings.toldIf(words.isAt(OTHERS) && !words.isFollowedBy("TABLE"));
            findings.unseen();
            findings.add(Verb.CHANGE, table);
        }
    }

    private void altered() {
        if (words.skip("INDEX", "KEY", "CONSTRAINT", "CHECK")) {
            findings.unseen();
            findings.add(Verb.CHANGE, table, words.objectName().name());
            return;
        }
        words.skip("COLUMN");
        words.skipIfExists();
        String column = words.objectName().name();
        if (words.skip("RENAME") && words.skip("TO")) {
            replaced(column, words.objectName().name());
            return;
        }
        findings.add(Verb.CHANGE, table, column);
        boolean isDefinition =
                !words.isAt("SET") || words.isFollowedBy("DEFAULT", "NOT", "NULL", "DATA", "GENERATED", "EXPRESSION");
        findings.unseenIf(!isDefinition || words.isAt("RESET", "RESTART", "SELECTIVITY"));
        while (!words.atEnd() && !words.isAt(",")) {
            findings.unseenIf(words.isAt("USING")); // it computes other values, of the same type perhaps
            words.skipOne();
        }
    }

    private void part(Verb verb) {
        if (words.skip("PRIMARY")) {
            findings.add(verb, table, Effect.PRIMARY_KEY);
            return;
        }
        boolean isNamed = !words.isAt("UNIQUE", "FULLTEXT", "SPATIAL", "FOREIGN", "INDEX", "KEY", "CHECK");
        words.skip("UNIQUE", "FULLTEXT", "SPATIAL", "FOREIGN");
        words.skip("COLUMN", "CONSTRAINT", "INDEX", "KEY", "CHECK");
        words.skipIfExists();
        if (words.isAt("(") || (!isNamed && words.atEnd()) || words.isAt("PARTITION")) {
            findings.untold(); // it has no name, or there are several
            return;
        }
        findings.add(verb, table, words.objectName().name());
    }

    private void renamed() {
        if (words.skip("TO", "AS")) {
            findings.add(Verb.TAKE, table);
            findings.add(Verb.MAKE, words.objectName());
            return;
        }
        words.skip("COLUMN", "CONSTRAINT", "INDEX", "KEY");
        String from = words.objectName().name();
        findings.toldIf(words.skip("TO"));
        replaced(from, words.objectName().name());
    }

    private void replaced(String from, String to) {
        if (!from.isEmpty() && !to.isEmpty() && Identifiers.bare(from).equals(Identifiers.bare(to))) {
            findings.add(Verb.CHANGE, table, from);
        } else {
            findings.add(Verb.TAKE, table, from);
            findings.add(Verb.MAKE, table, to);
        }
    }
}
