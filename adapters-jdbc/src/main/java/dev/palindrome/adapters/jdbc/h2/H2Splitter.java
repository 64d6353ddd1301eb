package dev.palindrome.adapters.jdbc.h2;

import static dev.palindrome.spi.StatementKind.BEGIN;
import static dev.palindrome.spi.StatementKind.COMMIT;
import static dev.palindrome.spi.StatementKind.COMMITTING;
import static dev.palindrome.spi.StatementKind.ORDINARY;
import static dev.palindrome.spi.StatementKind.ROLLBACK;

import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.sql.Comments;
import dev.palindrome.spi.sql.Quotes;
import dev.palindrome.spi.sql.ScriptSplitter;
import dev.palindrome.spi.sql.StatementTable;
import java.util.List;

/** Splits scripts as H2's own tokenizer reads them, in its regular mode. */
final class H2Splitter {

    /**
     * Nothing in H2 refuses to run in a transaction, but definitions and most settings commit it. What ends a transaction in another way than COMMIT and ROLLBACK: switching
     * autocommit (which commits), its two-phase commit, and SHUTDOWN.
     */
    private static final StatementTable KINDS = StatementTable.empty()
            .with(BEGIN, "BEGIN")
            .with(ROLLBACK, "COMMIT TRANSACTION", "PREPARE COMMIT", "SET AUTOCOMMIT", "SHUTDOWN")
            .with(COMMIT, "COMMIT")
            .with(ORDINARY, "ROLLBACK [WORK] TO")
            .with(ROLLBACK, "ROLLBACK")
            .with(ORDINARY, "SET @", "SET SCHEMA", "SET SCHEMA_SEARCH_PATH", "SET LOCK_TIMEOUT", "SET QUERY_TIMEOUT")
            .with(
                    COMMITTING,
                    "CREATE",
                    "ALTER",
                    "DROP",
                    "TRUNCATE",
                    "COMMENT ON",
                    "GRANT",
                    "REVOKE",
                    "ANALYZE",
                    "SET",
                    "RUNSCRIPT",
                    "EXECUTE IMMEDIATE",
                    "REFRESH");

    private static final ScriptSplitter SPLITTER = ScriptSplitter.of(
                    Comments.line("--"),
                    Comments.line("//"),
                    Comments.nested(),
                    Quotes.doubled('\''),
                    Quotes.doubled('"'),
                    Quotes.doubled('`'),
                    Quotes.marked("$$"))
            .withKinds(KINDS::kindOf);

    List<Statement> split(SqlScript script) {
        return SPLITTER.split(script);
    }

    /** Rendered statements with their kinds. */
    List<Instruction> classify(List<Statement> rendered) {
        return SPLITTER.classify(rendered);
    }
}
