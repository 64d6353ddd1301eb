package dev.palindrome.application.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.application.configuration.SigningKey;
import dev.palindrome.domain.journal.Doubt;
import dev.palindrome.domain.journal.JournalNote;
import dev.palindrome.domain.journal.Position;
import dev.palindrome.domain.journal.Ran;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Notes of the journal; {@code TamperedReversalTest} shows the same of reversals. */
class JsonSealTest {
    private static final JournalNote NOTE = new JournalNote(
            new Position(0, 1),
            List.of(new Ran(0, "DROP TABLE a")),
            List.of(),
            "digest",
            Map.of(),
            Doubt.NONE,
            Optional.empty());

    private final JsonSeal seal = new JsonSeal(Optional.of(SigningKey.of("0123456789abcdef")));

    @Test
    void a_note_is_read_as_it_was_written_also_when_more_is_known_of_its_row() {
        JournalEntry row = sealed(row("1", Direction.FORWARDS, 1, "DROP TABLE a"));

        assertThat(seal.open(row)).isEqualTo(NOTE);
        assertThat(seal.open(row.with(JournalEntry.State.UNDONE, Optional.of("no such table"))))
                .isEqualTo(NOTE);
    }

    @Test
    void a_note_belongs_to_its_row_alone() {
        String note = sealed(row("1", Direction.FORWARDS, 1, "DROP TABLE a")).note();

        refuses(row("2", Direction.FORWARDS, 1, "DROP TABLE a").noting(note));
        refuses(row("1", Direction.BACKWARDS, 1, "DROP TABLE a").noting(note));
        refuses(row("1", Direction.FORWARDS, 2, "DROP TABLE a").noting(note));
        refuses(row("1", Direction.FORWARDS, 1, "DROP TABLE b").noting(note));
    }

    @Test
    void a_note_that_was_altered_is_refused() {
        JournalEntry row = sealed(row("1", Direction.FORWARDS, 1, "DROP TABLE a"));
        String altered = row.note().replace("DROP TABLE a", "DROP TABLE b");

        assertThat(altered).isNotEqualTo(row.note());
        refuses(row.noting(altered));
    }

    private void refuses(JournalEntry row) {
        assertThatThrownBy(() -> seal.open(row))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("row " + row.ordinal() + " of migration '" + row.ref() + "'")
                .hasMessageContaining("it is not what was stored");
    }

    private JournalEntry sealed(JournalEntry row) {
        return row.noting(seal.seal(row, NOTE));
    }

    private static JournalEntry row(String id, Direction direction, int ordinal, String statement) {
        return new JournalEntry(
                "shop",
                new MigrationId(id),
                direction,
                ordinal,
                Checksum.of("forwards"),
                statement,
                "",
                JournalEntry.State.UNDER_WAY,
                Optional.empty(),
                Instant.EPOCH,
                "tester@host");
    }
}
