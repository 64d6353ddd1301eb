package dev.palindrome.adapters.jdbc.sqlite;

import static dev.palindrome.spi.StatementKind.BEGIN;
import static dev.palindrome.spi.StatementKind.COMMIT;
import static dev.palindrome.spi.StatementKind.ORDINARY;
import static dev.palindrome.spi.StatementKind.ROLLBACK;
import static dev.palindrome.spi.StatementKind.STANDALONE;

import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.sql.ClientCommands;
import dev.palindrome.spi.sql.Comments;
import dev.palindrome.spi.sql.Quotes;
import dev.palindrome.spi.sql.ScriptSplitter;
import dev.palindrome.spi.sql.StatementTable;
import java.util.List;

/** Splits scripts where SQLite's own sqlite3_complete() sees the end of a statement. */
final class SqliteSplitter {

    /**
     * In a transaction VACUUM, a changed {@code synchronous}, a checkpoint and a DETACH of what was read fail, and a changed
     * {@code foreign_keys} or {@code journal_mode} does nothing without a word (sqlite.org/pragma.html; each tried on 3.54).
     * ATTACH works, as does {@code defer_foreign_keys}, which means nothing outside of one.
     */
    private static final StatementTable KINDS = StatementTable.empty()
            .with(BEGIN, "BEGIN")
            .with(COMMIT, "COMMIT|END")
            .with(ORDINARY, "ROLLBACK [TRANSACTION] TO")
            .with(ROLLBACK, "ROLLBACK")
            .with(STANDALONE, "VACUUM", "DETACH", "PRAGMA ... WAL_CHECKPOINT")
            .with(STANDALONE, "PRAGMA ... FOREIGN_KEYS|JOURNAL_MODE|SYNCHRONOUS|TEMP_STORE|TEMP_STORE_DIRECTORY =|(");

    private static final ScriptSplitter SPLITTER = ScriptSplitter.of(
                    new SqliteLineComment(),
                    Comments.block(),
                    Quotes.doubled('\''),
                    Quotes.doubled('"'),
                    Quotes.doubled('`'),
                    Quotes.between('[', ']'),
                    ClientCommands.refused('.', "the sqlite3 shell"))
            .withBlocks(TriggerBody::new)
            .withKinds(KINDS::kindOf);

    List<Statement> split(SqlScript script) {
        return SPLITTER.split(script);
    }
}
