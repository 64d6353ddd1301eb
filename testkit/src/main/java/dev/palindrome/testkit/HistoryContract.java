package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every history must do: give back what was written, in the order in which it was written. */
public abstract class HistoryContract extends DatabaseContract {

    /**
     * For an adapter's test.
     *
     * @param testDatabase what to prove
     */
    protected HistoryContract(TestDatabase testDatabase) {
        super(testDatabase);
    }

    @Test
    void a_database_without_a_history_says_so_and_gets_none_by_being_read() {
        assertThat(history().read(session())).isEmpty();
        assertThat(history().read(session())).isEmpty();
    }

    @Test
    void a_history_that_was_created_is_there_and_empty() {
        createHistory();

        assertThat(history().read(session())).contains(List.of());
    }

    @Test
    void an_entry_comes_back_as_it_was_written() {
        createHistory();
        HistoryEntry written = new HistoryEntry(
                0,
                "shop",
                new MigrationId("0001_it's; \"quoted\" ? :x"),
                "Größe − 寸法 '\\' {d}",
                Checksum.of("x"),
                Instant.parse("2026-11-22T10:15:00.123456Z"),
                "O'Brien@höst (process 1)",
                Duration.ofMillis(86_400_001),
                true,
                "0.1.0",
                Optional.of("{\"statements\": [\"DROP TABLE it's; -- ?\\n\"]}\n".repeat(20_000)),
                List.of("v1", "v1.1"),
                Optional.of("{\"tool\": \"it's; \\\\ 寸法\"}"));

        assertThat(session().execute(history().insert(written))).isEqualTo(1);

        HistoryEntry read = seenByOthers().get(0);
        assertThat(read.sequence()).isPositive();
        assertThat(read).usingRecursiveComparison().ignoringFields("sequence").isEqualTo(written);
    }

    @Test
    void an_entry_without_a_stored_reversal_has_none_when_it_is_read() {
        createHistory();
        session().execute(history().insert(entry("shop", "1")));

        assertThat(seenByOthers().get(0).storedReversal()).isEmpty();
    }

    @Test
    void entries_come_in_the_order_in_which_they_were_written() {
        createHistory();
        for (String id : List.of("b", "c", "a")) {
            session().execute(history().insert(entry("shop", id)));
        }

        assertThat(seenByOthers())
                .extracting(HistoryEntry::migrationId)
                .containsExactly(new MigrationId("b"), new MigrationId("c"), new MigrationId("a"));
        assertThat(seenByOthers()).extracting(HistoryEntry::sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_sequence_is_never_given_again() {
        createHistory();
        session().execute(history().insert(entry("shop", "1")));
        session().execute(history().insert(entry("shop", "2")));
        HistoryEntry newest = seenByOthers().get(1);
        session().execute(history().delete(newest));

        session().execute(history().insert(entry("shop", "3")));

        assertThat(seenByOthers().get(1).sequence()).isGreaterThan(newest.sequence());
    }

    @Test
    void a_migration_is_recorded_once_per_app() {
        createHistory();
        session().execute(history().insert(entry("shop", "1")));
        session().execute(history().insert(entry("bank", "1")));

        assertThatThrownBy(() -> session().execute(history().insert(entry("shop", "1"))))
                .isInstanceOf(StatementException.class);
        assertThat(seenByOthers()).hasSize(2);
    }

    @Test
    void ids_that_differ_in_case_are_two() {
        createHistory();
        session().execute(history().insert(entry("shop", "a")));
        session().execute(history().insert(entry("shop", "A")));

        assertThat(seenByOthers()).hasSize(2);
    }

    @Test
    void forgetting_an_entry_removes_it_alone_and_once() {
        createHistory();
        session().execute(history().insert(entry("shop", "1")));
        session().execute(history().insert(entry("bank", "1")));
        HistoryEntry first = seenByOthers().get(0);

        assertThat(session().execute(history().delete(first))).isEqualTo(1);
        assertThat(session().execute(history().delete(first))).isZero();

        assertThat(seenByOthers()).extracting(HistoryEntry::appName).containsExactly("bank");
    }

    @Test
    void a_row_of_the_journal_comes_back_as_it_was_noted_and_amended() {
        createHistory();
        JournalEntry noted = journalEntry("shop", "0001_it's; \"quoted\" ? :x", 1);
        assertThat(history().journal().read(session())).isEmpty();

        assertThat(session().execute(history().journal().note(noted))).isEqualTo(1);
        assertThat(journalSeenByOthers()).containsExactly(noted);

        JournalEntry amended = noted.with(JournalEntry.State.UNDONE, Optional.of("it's; \\ 寸法"));
        assertThat(session().execute(history().journal().amend(amended))).isEqualTo(1);
        assertThat(journalSeenByOthers()).containsExactly(amended);
    }

    @Test
    void a_journal_keeps_its_order_and_is_struck_one_migration_at_a_time() {
        createHistory();
        for (int i = 1; i <= 11; i++) {
            session().execute(history().journal().note(journalEntry("shop", "1", i)));
        }
        session().execute(history().journal().note(journalEntry("bank", "1", 1)));

        assertThatThrownBy(() -> session().execute(history().journal().note(journalEntry("shop", "1", 11))))
                .isInstanceOf(StatementException.class);
        assertThat(journalSeenByOthers().stream().filter(e -> e.appName().equals("shop")))
                .extracting(JournalEntry::ordinal)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(session().execute(history().journal().strike(new MigrationRef("shop", new MigrationId("1")))))
                .isEqualTo(11);
        assertThat(journalSeenByOthers()).extracting(JournalEntry::appName).containsExactly("bank");
    }

    private List<JournalEntry> journalSeenByOthers() {
        try (Session other = database().openSession()) {
            return history().read(other).isPresent() ? history().journal().read(other) : List.of();
        }
    }

    private static JournalEntry journalEntry(String appName, String id, int ordinal) {
        return new JournalEntry(
                appName,
                new MigrationId(id),
                Direction.FORWARDS,
                ordinal,
                Checksum.of("x"),
                "CREATE TABLE it's (\n  größe ?",
                "{\"note\": \"; --\"}\n".repeat(5_000),
                JournalEntry.State.UNDER_WAY,
                Optional.empty(),
                Instant.parse("2026-11-22T10:15:00.123456Z"),
                "O'Brien@höst (process 1)");
    }

    @Test
    void tables_of_other_names_are_other_histories() {
        HistoryStore odd = database().history(new HistoryTable(Optional.empty(), "Odd \"name\"; --"));
        createHistory();
        assertThat(odd.read(session())).isEmpty();
        odd.create().forEach(session()::execute);
        session().execute(odd.insert(entry("shop", "1")));

        assertThat(odd.read(session()).orElseThrow()).hasSize(1);
        assertThat(seenByOthers()).isEmpty();
    }

    @Test
    void a_table_of_somebody_else_is_refused() {
        session().execute(createTable(HistoryTable.DEFAULT.name()));

        assertThatThrownBy(() -> history().read(session()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCodes.HISTORY_FOREIGN_TABLE));
    }

    @Test
    @Proves(Capability.SCHEMAS)
    void a_history_stands_in_a_schema_of_its_own_or_schemas_are_refused() {
        HistoryTable elsewhere = new HistoryTable(Optional.of("Else where"), "history");
        if (can(Capability.SCHEMAS)) {
            session().execute(Statement.of("CREATE SCHEMA " + dialect().quote("Else where")));
            HistoryStore history = database().history(elsewhere);
            assertThat(history.read(session())).isEmpty();
            history.create().forEach(session()::execute);
            session().execute(history.insert(entry("shop", "1")));

            assertThat(history.read(session()).orElseThrow()).hasSize(1);
            assertThat(database().inspector().columns(session(), Optional.of("Else where"), "history"))
                    .isPresent();
            assertThat(isThere("history")).isFalse();
        } else {
            assertThatThrownBy(() -> database().history(elsewhere))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCodes.HISTORY_SCHEMA))
                    .hasMessageContaining("Else where.history");
        }
    }
}
