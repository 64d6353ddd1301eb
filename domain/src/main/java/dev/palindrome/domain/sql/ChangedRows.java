package dev.palindrome.domain.sql;

import dev.palindrome.domain.sql.Effect.Verb;

/** Reads of which table a statement changes the rows; of several, it tells nothing. */
final class ChangedRows {
    private static final int MOST_WORDS_BEHIND = 3;

    private final SqlWords words;
    private final Findings findings;

    ChangedRows(SqlWords words, Findings findings) {
        this.words = words;
        this.findings = findings;
    }

    void read() {
        if (words.skip("INSERT", "REPLACE")) {
            manner();
            words.skip("INTO");
            table();
        } else if (words.skip("MERGE")) {
            words.skip("INTO");
            words.skip("ONLY");
            table();
        } else if (words.skip("DELETE")) {
            manner();
            findings.toldIf(words.skip("FROM")); // else there may be several
            words.skip("ONLY");
            table();
        } else if (words.skip("UPDATE")) {
            manner();
            words.skip("ONLY");
            table();
            alias();
            findings.toldIf(words.isAt("SET"));
        } else if (words.skip("TRUNCATE")) {
            words.skip("TABLE");
            words.skip("ONLY");
            table();
            findings.toldIf(!words.seek(MOST_WORDS_BEHIND, "CASCADE"));
        } else {
            findings.untold();
        }
    }

    private void manner() {
        words.skip("LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "QUICK");
        words.skip("IGNORE");
        if (words.skip("OR")) {
            words.skipOne();
        }
    }

    private void table() {
        findings.add(Verb.CHANGE, words.objectName(), Effect.ROWS);
        findings.toldIf(!words.isAt(","));
    }

    private void alias() {
        if (!words.isAt("SET")) {
            words.skip("AS");
            words.skipOne();
        }
    }
}
