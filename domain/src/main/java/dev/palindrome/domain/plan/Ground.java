package dev.palindrome.domain.plan;

import dev.palindrome.domain.history.History;
import dev.palindrome.domain.history.HistorySeal;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.catalogue.Catalogue;

/**
 * What a plan is made on: the database as it is now.
 *
 * @param history what has run
 * @param catalogue what the database looks like; a plan tells it what it foresees
 * @param adapter the database's implementation
 * @param seal opens stored reversals
 */
public record Ground(History history, Catalogue catalogue, DatabaseAdapter adapter, HistorySeal seal) {

    /** {@return the same ground with another history} */
    Ground with(History other) {
        return new Ground(other, catalogue, adapter, seal);
    }
}
