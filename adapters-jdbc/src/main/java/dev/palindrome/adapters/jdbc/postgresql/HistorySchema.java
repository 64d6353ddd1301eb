package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Problem.Kind;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import java.util.Optional;

/**
 * Finds the schema of a history that names none: the session's current schema. If the history isn't there but further along
 * the search path, that can mean two things: a tenant whose history is yet to be made, or a schema that was created after
 * its history had been put into the next one (such as one with the user's name). Taking the wrong one would run everything
 * twice, or nothing at all; so this is refused.
 */
final class HistorySchema {
    private static final Problem.Code AMBIGUOUS = new Problem.Code("history/ambiguous", Kind.CONFLICT);
    private static final String FIND = "SELECT pg_catalog.current_schema() AS current_schema, (SELECT n.nspname"
            + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE c.oid = pg_catalog.to_regclass(?)) AS found_schema";

    Optional<String> of(Session session, HistoryTable table) {
        Row row = session.query(Statement.of(FIND, SqlText.quote(table.name()))).get(0);
        Optional<String> current = row.text("current_schema");
        Optional<String> found = row.text("found_schema");
        if (current.isPresent() && found.isPresent() && !found.equals(current)) {
            throw new ProblemException(Problem.error(AMBIGUOUS, message(table, current.get(), found.get())));
        }
        return current;
    }

    private static String message(HistoryTable table, String current, String found) {
        return "It isn't clear which history is meant: the current schema '" + current + "' has no table '" + table
                + "', but the schema '" + found + "' has one, and the search path names both. Set history.table in the"
                + " configuration: '" + found + "." + table + "' goes on with that history, '" + current + "." + table
                + "' begins a new one.";
    }
}
