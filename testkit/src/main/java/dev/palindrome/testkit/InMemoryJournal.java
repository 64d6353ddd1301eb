package dev.palindrome.testkit;

import dev.palindrome.spi.Journal;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import java.util.List;

/** The journal of a history in memory. */
final class InMemoryJournal implements Journal {
    private final String history;

    InMemoryJournal(String history) {
        this.history = history;
    }

    @Override
    public List<JournalEntry> read(Session session) {
        return InMemorySession.of(session).journal(history);
    }

    @Override
    public Statement note(JournalEntry entry) {
        return Statement.of("INSERT INTO " + history + "_journal VALUES (?)", new HistoryChange.Noting(history, entry));
    }

    @Override
    public Statement amend(JournalEntry entry) {
        return Statement.of("UPDATE " + history + "_journal VALUES (?)", new HistoryChange.Amending(history, entry));
    }

    @Override
    public Statement strike(MigrationRef migration) {
        return Statement.of(
                "DELETE FROM " + history + "_journal VALUES (?)", new HistoryChange.Striking(history, migration));
    }
}
