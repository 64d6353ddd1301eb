package dev.palindrome.domain.sql;

import dev.palindrome.domain.sql.TableChange.Kind;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a statement takes away from tables: whole ones, columns, rows. */
public final class TableWords {
    /** These take nothing away, whatever words they have. */
    private static final String[] HARMLESS = {
        "SELECT",
        "VALUES",
        "INSERT",
        "UPDATE",
        "COMMENT",
        "GRANT",
        "REVOKE",
        "SET",
        "RESET",
        "USE",
        "PRAGMA",
        "LOCK",
        "ANALYZE",
        "ANALYSE",
        "VACUUM",
        "OPTIMIZE",
        "REINDEX",
        "CLUSTER",
        "REFRESH",
        "EXPLAIN",
        "SHOW",
        "NOTIFY"
    };
    /** These have others run, which may be anything. */
    private static final String[] CALLS = {"CALL", "EXEC", "EXECUTE", "RUNSCRIPT"};

    private static final String[] TAKES = {"DROP", "DELETE", "TRUNCATE", "EXECUTE", "CALL"};
    /** What comes before a parenthesis without being called. */
    private static final String[] NO_FUNCTIONS = {
        "IN", "AND", "OR", "NOT", "EXISTS", "ANY", "ALL", "SOME", "BETWEEN", "SELECT", "WHERE", "VALUES"
    };

    private final String sql;
    private final SqlWords words;
    private final List<TableChange> found = new ArrayList<>();

    private TableWords(String sql) {
        this.sql = sql;
        this.words = new SqlWords(sql);
    }

    /** {@return what the statement takes away, in order; an unclear change if its words don't tell} */
    public static List<TableChange> read(String sql) {
        TableWords reader = new TableWords(sql);
        reader.read();
        return List.copyOf(reader.found);
    }

    private void read() {
        if (words.skip("CREATE")) {
            created();
        } else if (words.skip("DROP")) {
            dropped();
        } else if (words.skip("ALTER")) {
            altered();
        } else if (words.skip("RENAME")) {
            renamedTables();
        } else if (words.skip("TRUNCATE")) {
            truncated();
        } else if (words.skip("DELETE")) {
            deleted();
        } else if (words.isAt(CALLS) || (!words.isAt(HARMLESS) && words.mentions(TAKES))) {
            unclear();
        } else if (words.skip("DO") && words.atEnd()) {
            unclear(); // its body is in a literal
        }
    }

    /** Some databases drop a table that is to be replaced. */
    private void created() {
        boolean replaces = words.skip("OR") && words.skip("REPLACE");
        if (replaces && words.seek(Effects.MOST_WORDS_BEFORE_KIND, Effects.KINDS) && words.skip("TABLE")) {
            found.add(TableChange.of(Kind.DROPPED, words.objectName()));
        }
    }

    private void dropped() {
        words.skip("TEMPORARY", "FOREIGN");
        if (words.skip("TABLE")) {
            names(Kind.DROPPED);
        } else if (words.skip("SCHEMA", "DATABASE")) {
            words.skipIfExists();
            do {
                found.add(TableChange.of(
                        Kind.SCHEMA_DROPPED,
                        new ObjectName(Optional.of(words.objectName().name()), "")));
            } while (words.skip(","));
        } else if (words.isAt("OWNED") || (words.isAt("TYPE", "DOMAIN", "EXTENSION") && words.mentions("CASCADE"))) {
            unclear();
        }
    }

    private void names(Kind kind) {
        words.skipIfExists();
        do {
            words.skip("ONLY");
            found.add(TableChange.of(kind, words.objectName()));
        } while (words.skip(","));
    }

    private void altered() {
        words.skip("FOREIGN", "ONLINE", "IGNORE");
        if (!words.skip("TABLE")) {
            return;
        }
        words.skipIfExists();
        words.skip("ONLY");
        ObjectName table = words.objectName();
        do {
            action(table);
            while (!words.atEnd() && !words.isAt(",")) {
                words.skipOne();
            }
        } while (words.skip(","));
    }

    private void action(ObjectName table) {
        if (words.skip("DROP")) {
            droppedPart(table);
        } else if (words.skip("RENAME")) {
            renamed(table);
        } else if (words.skip("CHANGE")) {
            words.skip("COLUMN");
            words.skipIfExists();
            renamedColumn(table, words.objectName().name());
        } else if (words.skip("ALTER")) {
            words.skip("COLUMN");
            String column = words.objectName().name();
            if (words.skip("RENAME") && words.skip("TO")) {
                renamedColumn(table, column);
            }
        } else if (words.isAt("TRUNCATE", "EXCHANGE")) {
            unclear();
        }
    }

    private void droppedPart(ObjectName table) {
        if (words.isAt("PARTITION", "SUBPARTITION")) {
            unclear();
            return;
        }
        if (words.isAt("CONSTRAINT", "PRIMARY", "INDEX", "KEY", "FOREIGN", "CHECK")) {
            return;
        }
        words.skip("COLUMN");
        words.skipIfExists();
        words.skip("(");
        do {
            found.add(TableChange.of(
                    Kind.COLUMN_DROPPED, table, words.objectName().name()));
        } while (words.isAt(",") && !words.isFollowedBy(TakenAway.ACTIONS) && words.skip(","));
    }

    private void renamed(ObjectName table) {
        if (words.skip("TO", "AS")) {
            renamedTable(table);
        } else if (!words.isAt("CONSTRAINT", "INDEX", "KEY")) {
            words.skip("COLUMN");
            String column = words.objectName().name();
            words.skip("TO");
            renamedColumn(table, column);
        }
    }

    private void renamedTables() {
        words.skip("TABLE", "TABLES");
        do {
            words.skipIfExists();
            ObjectName table = words.objectName();
            words.skip("TO");
            renamedTable(table);
        } while (words.skip(","));
    }

    private void renamedTable(ObjectName table) {
        found.add(new TableChange(Kind.RENAMED, table, "", words.objectName().name()));
    }

    private void renamedColumn(ObjectName table, String column) {
        found.add(new TableChange(
                Kind.COLUMN_RENAMED, table, column, words.objectName().name()));
    }

    private void truncated() {
        words.skip("TABLE");
        names(Kind.ROWS_DELETED);
        if (words.mentions("CASCADE")) {
            unclear();
        }
    }

    private void deleted() {
        words.skip("LOW_PRIORITY");
        words.skip("QUICK");
        words.skip("IGNORE");
        if (!words.skip("FROM")) {
            unclear();
            return;
        }
        words.skip("ONLY");
        ObjectName table = words.objectName();
        if (words.rest().isBlank()) {
            found.add(TableChange.of(Kind.ROWS_DELETED, table));
        } else if (words.skip("WHERE")
                && !words.mentions("RETURNING", "LIMIT", "ORDER", "USING", "FETCH", "OFFSET")
                && !words.calls(NO_FUNCTIONS)) {
            found.add(TableChange.of(Kind.ROWS_DELETED, table, words.rest().strip()));
        } else {
            found.add(TableChange.of(Kind.SOME_ROWS_DELETED, table));
        }
    }

    private void unclear() {
        found.add(TableChange.unclear(sql));
    }
}
