package dev.palindrome.spi;

import dev.palindrome.spi.Problem.Code;
import dev.palindrome.spi.Problem.Kind;

/**
 * The codes that plug-ins share with the engine: what pack authors, format readers and adapters most often have to report.
 * A plug-in may make codes of its own.
 *
 * @since 0.1
 */
public final class ProblemCodes {
    /** A migration or its file can't be read: bad name, bad header, bad section. */
    public static final Code MIGRATION_MALFORMED = new Code("migration/malformed", Kind.REFUSED);
    /** Two migrations of an app have one id. */
    public static final Code MIGRATION_DUPLICATE = new Code("migration/duplicate", Kind.REFUSED);
    /** A reversal without a forwards half. */
    public static final Code MIGRATION_FORWARDS_MISSING = new Code("migration/forwards-missing", Kind.REFUSED);
    /** A script can't be split: a quote, comment or block is not closed. */
    public static final Code SCRIPT_UNTERMINATED = new Code("script/unterminated", Kind.REFUSED);
    /** A script holds something that only a database's own client understands. */
    public static final Code SCRIPT_UNSUPPORTED = new Code("script/unsupported", Kind.REFUSED);
    /** A script begins or ends transactions in a way that can't be kept atomic. */
    public static final Code SCRIPT_TRANSACTION = new Code("script/transaction", Kind.REFUSED);
    /** A typed operation that the database has nothing like. */
    public static final Code OPERATION_UNSUPPORTED = new Code("operation/unsupported", Kind.REFUSED);
    /** A typed operation names something that isn't there. */
    public static final Code OPERATION_MISSING = new Code("operation/missing-object", Kind.REFUSED);
    /** No connection to the database. */
    public static final Code DATABASE_UNREACHABLE = new Code("database/unreachable", Kind.ENVIRONMENT);
    /** The database refused the user or the password. */
    public static final Code DATABASE_LOGIN = new Code("database/login", Kind.ENVIRONMENT);
    /** The database is in use by somebody who shares it with nobody. */
    public static final Code DATABASE_IN_USE = new Code("database/in-use", Kind.ENVIRONMENT);
    /** The history table's name is taken by a table that is not a history of ours. */
    public static final Code HISTORY_FOREIGN_TABLE = new Code("history/foreign-table", Kind.CONFLICT);
    /** The history table's name has a schema, and the database has none. */
    public static final Code HISTORY_SCHEMA = new Code("history/schema", Kind.INPUT);

    private ProblemCodes() {}
}
