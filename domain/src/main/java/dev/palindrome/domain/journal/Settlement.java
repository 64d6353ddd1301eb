package dev.palindrome.domain.journal;

import dev.palindrome.domain.sql.Effects;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.JournalEntry.State;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import java.util.List;

/**
 * What became of the last piece that the journal has of a migration, found out by looking.
 *
 * @param outcome what became of it
 * @param remains what clears away what it left behind without having run
 */
public record Settlement(Outcome outcome, List<Statement> remains) {

    public Settlement {
        remains = List.copyOf(remains);
    }

    /**
     * Looks; changes nothing.
     *
     * @param earlier the notes of the rows before the last one
     */
    static Settlement of(
            JournalEntry last,
            JournalNote note,
            List<JournalNote> earlier,
            SchemaInspector inspector,
            Session session) {
        if (last.state() != State.UNDER_WAY) {
            return settled(last.state() == State.DONE ? Outcome.RAN : Outcome.DID_NOT_RUN);
        }
        return switch (note.doubt()) {
            case NONE -> settled(Outcome.DID_NOT_RUN);
            case PROVEN -> settled(Outcome.RAN);
            case REPEATABLE -> settled(Outcome.MAY_REPEAT);
            case PEOPLE -> settled(Outcome.UNKNOWN);
            case CATALOGUE ->
                last.error().isPresent() || hasMovedNames(earlier)
                        ? settled(Outcome.UNKNOWN)
                        : look(last.statement(), note, inspector, session);
        };
    }

    /** Whether names without a schema meant something else to the statement than they do to whoever looks now. */
    private static boolean hasMovedNames(List<JournalNote> earlier) {
        return earlier.stream()
                .flatMap(note -> note.statements().stream())
                .map(Ran::text)
                .anyMatch(Effects::isMovingNames);
    }

    private static Settlement look(String sql, JournalNote note, SchemaInspector inspector, Session session) {
        Outcome outcome = note.footprint()
                .flatMap(before -> Footprint.take(sql, inspector, session).map(now -> before.outcome(sql, now)))
                .orElse(Outcome.UNKNOWN);
        if (outcome == Outcome.DID_NOT_RUN) {
            return settled(outcome);
        }
        List<Statement> remains = inspector.remains(session, Statement.of(sql));
        return remains.isEmpty() ? settled(outcome) : new Settlement(Outcome.DID_NOT_RUN, remains);
    }

    private static Settlement settled(Outcome outcome) {
        return new Settlement(outcome, List.of());
    }
}
