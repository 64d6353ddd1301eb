package dev.palindrome.testkit;

import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.MigrationRef;

/** What a statement of the history does, as its parameter. Its text stands for it in previews. */
interface HistoryChange {
    long applyTo(InMemoryState state);

    record Creation(String table) implements HistoryChange {
        @Override
        public long applyTo(InMemoryState state) {
            return state.createHistory(table);
        }
    }

    record Insertion(String table, HistoryEntry entry) implements HistoryChange {
        @Override
        public long applyTo(InMemoryState state) {
            return state.insert(table, entry);
        }

        @Override
        public String toString() {
            return entry.ref().toString();
        }
    }

    record Amendment(String table, HistoryEntry entry) implements HistoryChange {
        @Override
        public long applyTo(InMemoryState state) {
            return state.amend(table, entry);
        }

        @Override
        public String toString() {
            return entry.ref() + " " + entry.checksum().abbreviated() + " " + entry.tags();
        }
    }

    record Deletion(String table, HistoryEntry entry) implements HistoryChange {
        @Override
        public long applyTo(InMemoryState state) {
            return state.delete(table, entry);
        }

        @Override
        public String toString() {
            return entry.ref().toString();
        }
    }

    record Noting(String table, JournalEntry entry) implements HistoryChange {
        @Override
        public long applyTo(InMemoryState state) {
            return state.note(table, entry);
        }

        @Override
        public String toString() {
            return entry.ref() + " " + entry.ordinal();
        }
    }

    record Amending(String table, JournalEntry entry) implements HistoryChange {
        @Override
        public long applyTo(InMemoryState state) {
            return state.amend(table, entry);
        }

        @Override
        public String toString() {
            return entry.ref() + " " + entry.ordinal() + " " + entry.state();
        }
    }

    record Striking(String table, MigrationRef migration) implements HistoryChange {
        @Override
        public long applyTo(InMemoryState state) {
            return state.strike(table, migration);
        }

        @Override
        public String toString() {
            return migration.toString();
        }
    }
}
