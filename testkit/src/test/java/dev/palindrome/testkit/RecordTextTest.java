package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.domain.journal.Doubt;
import dev.palindrome.domain.journal.Footprint;
import dev.palindrome.domain.journal.JournalNote;
import dev.palindrome.domain.journal.Position;
import dev.palindrome.domain.journal.Ran;
import dev.palindrome.domain.journal.Sight;
import dev.palindrome.domain.reversal.ReversalState;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecordTextTest {

    @Test
    void what_the_engine_notes_comes_back_as_it_was() {
        StoredReversal reversal = new StoredReversal(
                ReversalState.DERIVED,
                "",
                "h2",
                "1.0",
                "",
                false,
                List.of(
                        new StoredReversal.Sql(
                                Statement.of("DELETE FROM a WHERE b IN (?, ?, ?, ?)", "it's: 4", 7L, null, true)),
                        new StoredReversal.Code("com.example.Code", "Code.java:7")),
                List.of(new Requirement("SELECT 1", "are in the way")),
                List.of(1, 1));
        JournalNote note = new JournalNote(
                new Position(1, 2),
                List.of(new Ran(0, "CREATE TABLE größe\n\uD83D\uDE00")),
                reversal.parts(),
                "a/b",
                Map.of(0, reversal, JournalNote.WHOLE, reversal),
                Doubt.CATALOGUE,
                Optional.of(new Footprint(List.of(new Sight("s", 1, "d")))));

        assertThat(RecordText.read(JournalNote.class, RecordText.of(note))).isEqualTo(note);
        assertThat(RecordText.read(StoredReversal.class, RecordText.of(reversal)))
                .isEqualTo(reversal);
    }
}
