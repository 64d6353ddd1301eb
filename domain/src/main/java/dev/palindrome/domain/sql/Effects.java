package dev.palindrome.domain.sql;

import dev.palindrome.domain.sql.Effect.Verb;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a statement makes, takes away and changes. */
public final class Effects {
    static final String[] KINDS = {
        "TABLE",
        "VIEW",
        "INDEX",
        "SEQUENCE",
        "TYPE",
        "SCHEMA",
        "DATABASE",
        "FUNCTION",
        "PROCEDURE",
        "DOMAIN",
        "TRIGGER",
        "POLICY",
        "RULE",
        "EXTENSION",
        "SYNONYM",
        "EVENT",
        "ALIAS"
    };
    /** What every inspector reads, or reads as a part of its table. */
    private static final String[] CATALOGUED = {"TABLE", "VIEW", "INDEX", "SEQUENCE", "TYPE"};

    private static final int MOST_WORDS_BEFORE_KIND = 12;

    /** These leave no other schema and no other rows, however often they run. */
    private static final String[] NONE = {
        "ANALYZE",
        "ANALYSE",
        "VACUUM",
        "OPTIMIZE",
        "REINDEX",
        "CHECKPOINT",
        "SET",
        "RESET",
        "USE",
        "PRAGMA",
        "FLUSH",
        "GRANT",
        "REVOKE",
        "CLUSTER",
        "REFRESH"
    };

    /** These have others run. */
    private static final String[] MANY = {
        "CALL", "EXEC", "EXECUTE", "RUNSCRIPT", "DO", "BEGIN", "DECLARE", "IMPORT", "LOAD"
    };

    private final SqlWords words;
    private final List<Effect> found = new ArrayList<>();
    private boolean readable = true;
    private boolean catalogued = true;
    private boolean repeatable;

    private Effects(String sql) {
        this.words = new SqlWords(sql);
    }

    /** {@return what the statement does, in order; empty if that can't be told from its words} */
    public static Optional<List<Effect>> of(String sql) {
        Effects effects = new Effects(sql);
        effects.read();
        return effects.readable ? Optional.of(List.copyOf(effects.found)) : Optional.empty();
    }

    /** {@return whether the statement surely changes neither schema nor rows, such as ANALYZE} */
    public static boolean isNothing(String sql) {
        return of(sql).filter(List::isEmpty).isPresent();
    }

    /** {@return what the statement does to the schema, if the catalogue shows that; else nothing} */
    public static List<Effect> ofSchema(String sql) {
        Effects effects = new Effects(sql);
        effects.read();
        return effects.readable && effects.catalogued
                ? effects.found.stream().filter(effect -> !effect.isOfRows()).toList()
                : List.of();
    }

    /** {@return whether the statement only sets something for the session, so that another session has to set it again} */
    public static boolean isSetting(String sql) {
        return new SqlWords(sql).isAt("SET", "RESET", "USE", "PRAGMA");
    }

    /** {@return whether the statement has others run, so that it may fail half-way} */
    public static boolean isMany(String sql) {
        return new SqlWords(sql).isAt(MANY);
    }

    /** {@return whether the statement itself says that it may run when its work is done already} */
    public static boolean isRepeatable(String sql) {
        Effects effects = new Effects(sql);
        effects.read();
        return effects.repeatable;
    }

    private void read() {
        if (words.isAt(NONE)) {
            return;
        }
        if (words.skip("CREATE")) {
            created();
        } else if (words.skip("DROP")) {
            dropped();
        } else if (words.skip("ALTER")) {
            altered();
        } else if (words.skip("RENAME")) {
            renamedTables();
        } else if (words.skip("COMMENT")) {
            commented();
        } else {
            rows();
        }
    }

    private void created() {
        boolean replaces = words.skip("OR") && words.skip("REPLACE", "ALTER");
        if (!words.seek(MOST_WORDS_BEFORE_KIND, KINDS)) {
            readable = false;
            return;
        }
        boolean isPart = words.isAt("INDEX", "TRIGGER", "POLICY", "RULE");
        kind();
        words.skip("CONCURRENTLY");
        repeatable |= ifExists() || replaces;
        Verb verb = replaces ? Verb.CHANGE : Verb.MAKE;
        if (!isPart) {
            add(verb, words.objectName(), Optional.empty());
            return;
        }
        Optional<String> name = words.isAt("ON")
                ? Optional.empty()
                : Optional.of(words.objectName().name());
        readable &= name.isPresent() && words.seek(MOST_WORDS_BEFORE_KIND, "ON");
        words.skip("ON");
        words.skip("ONLY");
        add(verb, words.objectName(), name);
    }

    private void dropped() {
        words.skip("MATERIALIZED", "TEMPORARY", "FOREIGN");
        boolean isPart = words.isAt("INDEX", "TRIGGER", "POLICY", "RULE");
        if (!kind()) {
            return;
        }
        words.skip("CONCURRENTLY");
        repeatable |= ifExists();
        do {
            ObjectName name = words.objectName();
            if (words.isAt("(")) {
                words.skipOne(); // the types of a function's parameters
            }
            if (!isPart) {
                add(Verb.TAKE, name, Optional.empty());
            } else if (words.skip("ON")) {
                add(Verb.TAKE, words.objectName(), Optional.of(name.name()));
            } else {
                found.add(new Effect(Verb.TAKE, new ObjectName(Optional.empty(), ""), Optional.of(name.name())));
            }
        } while (words.skip(","));
    }

    private void altered() {
        words.skip("MATERIALIZED", "FOREIGN", "ONLINE", "IGNORE");
        boolean isTable = words.isAt("TABLE");
        if (!kind()) {
            return;
        }
        ifExists();
        words.skip("ONLY");
        ObjectName name = words.objectName();
        if (isTable) {
            actions(name);
        } else if (words.skip("RENAME") && words.skip("TO")) {
            add(Verb.TAKE, name, Optional.empty());
            add(Verb.MAKE, words.objectName(), Optional.empty());
        } else {
            add(Verb.CHANGE, name, Optional.empty());
        }
    }

    private void actions(ObjectName table) {
        do {
            action(table);
            while (!words.atEnd() && !words.isAt(",")) {
                words.skipOne();
            }
        } while (words.skip(","));
    }

    private void action(ObjectName table) {
        if (words.skip("ADD")) {
            part(Verb.MAKE, table);
        } else if (words.skip("DROP")) {
            part(Verb.TAKE, table);
        } else if (words.skip("RENAME")) {
            renamed(table);
        } else if (words.skip("CHANGE")) {
            words.skip("COLUMN");
            ifExists();
            replaced(table, words.objectName().name(), words.objectName().name());
        } else if (words.skip("MODIFY")) {
            words.skip("COLUMN");
            ifExists();
            add(Verb.CHANGE, table, Optional.of(words.objectName().name()));
        } else if (words.skip("ALTER")) {
            words.skip("COLUMN");
            String column = words.objectName().name();
            if (words.skip("RENAME") && words.skip("TO")) {
                replaced(table, column, words.objectName().name());
            } else {
                add(Verb.CHANGE, table, Optional.of(column));
            }
        } else {
            add(Verb.CHANGE, table, Optional.empty());
        }
    }

    private void part(Verb verb, ObjectName table) {
        if (words.skip("PRIMARY")) {
            add(verb, table, Optional.of("PRIMARY KEY"));
            return;
        }
        boolean isNamed = !words.isAt("UNIQUE", "FULLTEXT", "SPATIAL", "FOREIGN", "INDEX", "KEY", "CHECK");
        words.skip("UNIQUE", "FULLTEXT", "SPATIAL", "FOREIGN");
        words.skip("COLUMN", "CONSTRAINT", "INDEX", "KEY", "CHECK");
        ifExists();
        if (words.isAt("(") || (!isNamed && words.atEnd()) || words.isAt("PARTITION")) {
            readable = false; // it has no name, or there are several
            return;
        }
        add(verb, table, Optional.of(words.objectName().name()));
    }

    private void renamed(ObjectName table) {
        if (words.skip("TO", "AS")) {
            add(Verb.TAKE, table, Optional.empty());
            add(Verb.MAKE, words.objectName(), Optional.empty());
            return;
        }
        words.skip("COLUMN", "CONSTRAINT", "INDEX", "KEY");
        String from = words.objectName().name();
        readable &= words.skip("TO");
        replaced(table, from, words.objectName().name());
    }

    private void replaced(ObjectName table, String from, String to) {
        if (Identifiers.bare(from).equals(Identifiers.bare(to))) {
            add(Verb.CHANGE, table, Optional.of(from));
        } else {
            add(Verb.TAKE, table, Optional.of(from));
            add(Verb.MAKE, table, Optional.of(to));
        }
    }

    private void renamedTables() {
        readable &= words.skip("TABLE", "TABLES");
        do {
            ifExists();
            add(Verb.TAKE, words.objectName(), Optional.empty());
            readable &= words.skip("TO");
            add(Verb.MAKE, words.objectName(), Optional.empty());
        } while (words.skip(","));
    }

    private void commented() {
        readable &= words.skip("ON") && words.skip("TABLE", "VIEW", "SEQUENCE", "TYPE");
        add(Verb.CHANGE, words.objectName(), Optional.empty());
    }

    private void rows() {
        if (words.skip("INSERT", "REPLACE", "MERGE", "DELETE")) {
            words.skip("IGNORE", "LOW_PRIORITY", "OVERWRITE");
            words.skip("INTO", "FROM");
        } else if (words.skip("UPDATE")) {
            words.skip("IGNORE", "LOW_PRIORITY", "ONLY");
        } else if (words.skip("TRUNCATE")) {
            words.skip("TABLE");
        } else {
            readable = false;
            return;
        }
        add(Verb.CHANGE, words.objectName(), Optional.of(Effect.ROWS));
    }

    private boolean kind() {
        catalogued &= words.isAt(CATALOGUED);
        readable &= words.skip(KINDS);
        return readable;
    }

    private boolean ifExists() {
        boolean isThere = words.isAt("IF") && words.isFollowedBy("EXISTS", "NOT") && words.skip("IF");
        if (isThere) {
            words.skip("NOT");
            words.skip("EXISTS");
        }
        return isThere;
    }

    private void add(Verb verb, ObjectName object, Optional<String> part) {
        readable &= !object.name().isEmpty() && part.filter(String::isEmpty).isEmpty();
        if (readable) {
            found.add(new Effect(verb, object, part));
        }
    }
}
