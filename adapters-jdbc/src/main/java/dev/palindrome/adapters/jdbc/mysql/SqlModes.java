package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Problem.Kind;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;

/**
 * The mode of a server in which our scripts and texts would mean something else: NO_BACKSLASH_ESCAPES, where a backslash is a
 * character as any other. A script that sets it itself is read accordingly; a server that has it for everybody is refused.
 */
final class SqlModes {
    private static final Problem.Code UNREADABLE = new Problem.Code("database/sql-mode", Kind.ENVIRONMENT);
    private static final String NO_ESCAPES = "NO_BACKSLASH_ESCAPES";

    private SqlModes() {}

    static void refuseUnreadable(Session session) {
        String modes = session.query(Statement.of("SELECT @@SESSION.sql_mode AS modes"))
                .get(0)
                .text("modes")
                .orElse("");
        if (modes.contains(NO_ESCAPES)) {
            throw new ProblemException(Problem.error(
                    UNREADABLE,
                    "The server's sql_mode has " + NO_ESCAPES
                            + ", in which each backslash in a script would mean something"
                            + " else than elsewhere: it is '" + modes
                            + "'. Take it out for Palindrome's connections, with"
                            + " sessionVariables=sql_mode='...' in the URL, and write SET sql_mode into the scripts that"
                            + " need it."));
        }
    }
}
