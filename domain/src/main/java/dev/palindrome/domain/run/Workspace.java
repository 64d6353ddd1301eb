package dev.palindrome.domain.run;

import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.history.HistorySeal;
import dev.palindrome.domain.journal.Progress;
import dev.palindrome.domain.plan.Ground;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.Session;
import java.util.List;
import java.util.Optional;

/**
 * What managers work on.
 *
 * @param apps the migrations that packs provide
 * @param adapter the database's implementation
 * @param database the database
 * @param history the record of what was applied to it
 * @param seal writes and opens the reversals that the history keeps
 */
public record Workspace(Apps apps, DatabaseAdapter adapter, Database database, HistoryStore history, HistorySeal seal) {

    /** {@return the kind of database and the history's table: a plan that was approved for one is none for another} */
    public String place() {
        return adapter.name() + history.create();
    }

    /** {@return what keeps the secrets of all migrations out of whatever is shown} */
    public Masking masking() {
        return Masking.of(apps.secrets());
    }

    /** {@return what a plan is made on: that history, and the catalogue as it is from now on} */
    public Ground ground(Session session, History known) {
        return new Ground(known, database.inspector().catalogue(session), adapter, seal);
    }

    /** Reads the history with its journal, and looks what became of whatever was under way. */
    public History read(Session session) {
        Optional<List<HistoryEntry>> entries = history.read(session);
        History read = History.of(entries);
        return entries.isEmpty()
                ? read
                : read.with(Progress.of(history.journal().read(session), seal::open, database.inspector(), session));
    }
}
