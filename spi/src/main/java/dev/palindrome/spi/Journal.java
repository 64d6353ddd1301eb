package dev.palindrome.spi;

import java.util.List;

/**
 * What was under way of migrations that can't be one transaction: part of the history. Implemented by adapters, for SQL
 * databases by {@code dev.palindrome.spi.sql}; used by the engine, which runs the writes on the session of the migration.
 *
 * @since 0.1
 */
public interface Journal {

    /**
     * Reads the whole journal in one query. Called right after the history was read, if there is one.
     *
     * @param session a session outside any transaction
     * @return its rows, those of one migration together and by growing ordinal
     * @throws ProblemException with {@code history/foreign-table} if the history has no journal, with {@code history/spoiled}
     *     if a row of it can't be read
     */
    List<JournalEntry> read(Session session);

    /**
     * Notes what is about to run.
     *
     * @param entry the row
     * @return a statement that changes one row
     */
    Statement note(JournalEntry entry);

    /**
     * Says what has become known of a row.
     *
     * @param entry a row that was noted, with what is known of it now
     * @return a statement that changes one row
     */
    Statement amend(JournalEntry entry);

    /**
     * Strikes all rows of a migration, once the history tells of it.
     *
     * @param migration the migration
     * @return a statement that changes as many rows as there are
     */
    Statement strike(MigrationRef migration);
}
