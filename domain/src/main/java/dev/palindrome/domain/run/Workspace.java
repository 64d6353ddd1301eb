package dev.palindrome.domain.run;

import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.reversal.ReversalSeal;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.HistoryStore;

/**
 * What managers work on.
 *
 * @param apps the migrations that packs provide
 * @param adapter the database's implementation
 * @param database the database
 * @param history the record of what was applied to it
 * @param seal writes and opens the reversals that the history keeps
 */
public record Workspace(
        Apps apps, DatabaseAdapter adapter, Database database, HistoryStore history, ReversalSeal seal) {}
