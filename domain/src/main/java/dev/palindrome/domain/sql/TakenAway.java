package dev.palindrome.domain.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a statement drops, and what it gives another name. */
final class TakenAway {
    private static final String[] KINDS = {
        "TABLE",
        "VIEW",
        "INDEX",
        "SEQUENCE",
        "TYPE",
        "SCHEMA",
        "FUNCTION",
        "PROCEDURE",
        "DOMAIN",
        "TRIGGER",
        "POLICY",
        "RULE",
        "EXTENSION",
        "COLLATION",
        "SYNONYM",
        "EVENT",
        "ALIAS",
        "CONSTANT"
    };
    static final String[] ACTIONS = {
        "ADD", "DROP", "ALTER", "RENAME", "MODIFY", "CHANGE", "SET", "RESET", "ENABLE", "DISABLE", "VALIDATE", "OWNER"
    };

    private final SqlWords words;
    private final List<Made> taken = new ArrayList<>();

    TakenAway(SqlWords words) {
        this.words = words;
    }

    List<Made> read() {
        if (words.isAt("ALTER")) {
            words.skipOne();
            altered();
        }
        while (!words.atEnd()) {
            if (words.skip("DROP")) {
                dropped();
            } else {
                words.skipOne();
            }
        }
        return taken;
    }

    private void dropped() {
        words.skip("MATERIALIZED", "TEMPORARY", "FOREIGN");
        if (!words.skip(KINDS)) {
            return;
        }
        words.skip("CONCURRENTLY");
        words.skipIfExists();
        do {
            String name = words.name();
            if (words.isAt("(")) {
                words.skipOne(); // the types of a function's parameters
            }
            add(name, words.skip("ON") ? Optional.of(words.name()) : Optional.empty());
        } while (words.skip(","));
    }

    private void altered() {
        words.skip("MATERIALIZED", "FOREIGN");
        boolean isTable = words.isAt("TABLE");
        if (!words.skip(KINDS)) {
            return;
        }
        words.skipIfExists();
        words.skip("ONLY");
        String name = words.name();
        if (isTable) {
            actions(name);
        } else if (words.skip("RENAME") && words.skip("TO")) {
            add(name, Optional.empty());
        }
    }

    private void actions(String table) {
        do {
            action(table);
            while (!words.atEnd() && !words.isAt(",")) {
                words.skipOne();
            }
        } while (words.skip(","));
    }

    private void action(String table) {
        if (words.skip("RENAME")) {
            renamed(table);
        } else if (words.skip("DROP")) {
            dropped(table);
        } else if (words.skip("ALTER")) {
            words.skip("COLUMN");
            String column = words.name();
            if (words.skip("RENAME")) {
                add(column, Optional.of(table));
            }
        } else if (words.skip("CHANGE")) {
            words.skip("COLUMN");
            add(words.name(), Optional.of(table));
        } else if (words.skip("SET") && words.skip("SCHEMA")) {
            add(table, Optional.empty());
        }
    }

    /** A table that gets a name is another than the one that had it, as when a table is built anew. */
    private void renamed(String table) {
        if (words.skip("TO", "AS")) {
            add(table, Optional.empty());
            add(words.name(), Optional.empty());
        } else {
            words.skip("COLUMN", "CONSTRAINT", "INDEX", "KEY");
            add(words.name(), Optional.of(table));
        }
    }

    private void dropped(String table) {
        if (words.skip("PRIMARY")) {
            return; // it has no name
        }
        words.skip("FOREIGN");
        words.skip("COLUMN", "CONSTRAINT", "INDEX", "KEY", "CHECK", "PARTITION");
        words.skipIfExists();
        words.skip("(");
        add(words.name(), Optional.of(table));
        while (words.isAt(",") && !words.isFollowedBy(ACTIONS)) {
            words.skip(",");
            add(words.name(), Optional.of(table));
        }
    }

    private void add(String name, Optional<String> table) {
        if (!name.isEmpty()) {
            taken.add(new Made(name, table));
        }
    }
}
