package dev.palindrome.adapters.jdbc.postgresql;

import static dev.palindrome.spi.StatementKind.BEGIN;
import static dev.palindrome.spi.StatementKind.COMMIT;
import static dev.palindrome.spi.StatementKind.ORDINARY;
import static dev.palindrome.spi.StatementKind.ROLLBACK;
import static dev.palindrome.spi.StatementKind.STANDALONE;

import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.sql.Comments;
import dev.palindrome.spi.sql.Quotes;
import dev.palindrome.spi.sql.ScriptSplitter;
import dev.palindrome.spi.sql.StatementTable;
import java.util.List;

/**
 * Splits scripts as PostgreSQL's server reads them, which is where psql (psqlscan.l) cuts them too. What the server would
 * read one way and a client another is refused, as is what psql alone understands.
 */
final class PostgresqlSplitter {
    private static final String COPY =
            "COPY with data in the script can't be run: its lines are meant for psql. Write the "
                    + "rows as INSERT (pg_dump --inserts does), use COPY ... FROM a file on the server, or load them in Java code.";
    private static final String BACKSLASHES =
            "standard_conforming_strings is switched off here, after which a backslash in "
                    + "any quoted text would mean something else. Leave it on, and write the texts with backslashes as E'...'.";

    private static final String LOCK =
            "This would also give up the lock that keeps other runners out. Say what is meant: "
                    + "RESET ALL, DISCARD TEMP, DISCARD PLANS, or pg_advisory_unlock with a key.";

    /**
     * A transaction with modes of its own can't be replaced by ours. What refuses a transaction block are the calls of
     * PreventInTransactionBlock in PostgreSQL's sources, which the manual repeats on each statement's page. Two of them hold
     * for some options only (a subscription without a slot or without a refresh could run in a transaction); alone they run
     * with any.
     */
    private static final StatementTable KINDS = StatementTable.empty()
            .with(ROLLBACK, "BEGIN|START [WORK|TRANSACTION] ISOLATION|READ|DEFERRABLE|NOT")
            .with(BEGIN, "BEGIN", "START TRANSACTION")
            .with(STANDALONE, "COMMIT|ROLLBACK PREPARED")
            .with(ROLLBACK, "COMMIT|END [WORK|TRANSACTION] AND CHAIN", "PREPARE TRANSACTION")
            .with(COMMIT, "COMMIT|END")
            .with(ORDINARY, "ROLLBACK [WORK|TRANSACTION] TO")
            .with(ROLLBACK, "ROLLBACK|ABORT")
            .with(STANDALONE, "CREATE|DROP DATABASE|TABLESPACE|SUBSCRIPTION", "ALTER DATABASE ... SET TABLESPACE")
            .with(STANDALONE, "ALTER SUBSCRIPTION ... REFRESH", "ALTER SUBSCRIPTION ... SET|ADD|DROP PUBLICATION")
            .with(STANDALONE, "CREATE [UNIQUE] INDEX CONCURRENTLY", "DROP INDEX CONCURRENTLY")
            .with(STANDALONE, "REINDEX ... CONCURRENTLY", "REINDEX ( ... CONCURRENTLY")
            .with(STANDALONE, "REINDEX DATABASE|SYSTEM|SCHEMA", "REINDEX ( ... ) DATABASE|SYSTEM|SCHEMA")
            .with(STANDALONE, "ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY")
            .with(STANDALONE, "VACUUM", "CLUSTER [VERBOSE] ;", "CLUSTER ( ... ) ;")
            .with(STANDALONE, "ALTER SYSTEM")
            .with(
                    ORDINARY,
                    "SET [SESSION|LOCAL] STANDARD_CONFORMING_STRINGS =|TO ON|TRUE|YES|1|DEFAULT|'on'|'true'|'yes'|'1'",
                    "... SET_CONFIG ( 'standard_conforming_strings' , 'on'|'true'|'yes'|'1'")
            .refusing(
                    BACKSLASHES,
                    "SET [SESSION|LOCAL] STANDARD_CONFORMING_STRINGS",
                    "... SET_CONFIG ( 'standard_conforming_strings'")
            .refusing(LOCK, "DISCARD ALL", "... PG_ADVISORY_UNLOCK_ALL")
            .refusing(COPY, "COPY ... FROM|TO STDIN|STDOUT");

    private static final ScriptSplitter SPLITTER = ScriptSplitter.of(
                    Comments.line("--"),
                    Comments.nested(),
                    new EscapeString(),
                    Quotes.doubled('\''),
                    Quotes.doubled('"'),
                    new DollarQuote(),
                    new PsqlCommand())
            .withSemicolonsInParentheses()
            .withBlocks(AtomicBody::new)
            .withKinds(KINDS::kindOf);

    List<Statement> split(SqlScript script) {
        return SPLITTER.split(script);
    }
}
