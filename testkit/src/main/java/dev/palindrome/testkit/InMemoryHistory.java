package dev.palindrome.testkit;

import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.Journal;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import java.util.List;
import java.util.Optional;

/** A history whose statements carry what they do as a parameter. */
final class InMemoryHistory implements HistoryStore {
    private final String table;

    InMemoryHistory(String table) {
        this.table = table;
    }

    @Override
    public Optional<List<HistoryEntry>> read(Session session) {
        InMemorySession ours = InMemorySession.of(session);
        Optional<List<HistoryEntry>> entries = ours.history(table);
        if (entries.isEmpty() && ours.columns(table).isPresent()) {
            throw new ProblemException(Problem.error(
                    ProblemCodes.HISTORY_FOREIGN_TABLE,
                    "The table '" + table + "' is not a history. Name another one."));
        }
        return entries;
    }

    @Override
    public List<Statement> create() {
        return List.of(Statement.of("CREATE HISTORY " + table, new HistoryChange.Creation(table)));
    }

    @Override
    public Journal journal() {
        return new InMemoryJournal(table);
    }

    @Override
    public Statement insert(HistoryEntry entry) {
        return Statement.of("INSERT INTO " + table + " VALUES (?)", new HistoryChange.Insertion(table, entry));
    }

    @Override
    public Statement amend(HistoryEntry entry) {
        return Statement.of("UPDATE " + table + " VALUES (?)", new HistoryChange.Amendment(table, entry));
    }

    @Override
    public Statement delete(HistoryEntry entry) {
        return Statement.of("DELETE FROM " + table + " VALUES (?)", new HistoryChange.Deletion(table, entry));
    }
}
