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
 * @param outcome what became of it, once the remains are cleared away
 * @param remains what clears away what it left behind half-way
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
            case CATALOGUE -> hasMovedNames(earlier) ? settled(Outcome.UNKNOWN) : look(last, note, inspector, session);
        };
    }

    /** Whether names without a schema meant something else to the statement than they do to whoever looks now. */
    private static boolean hasMovedNames(List<JournalNote> earlier) {
        return earlier.stream()
                .flatMap(note -> note.statements().stream())
                .map(Ran::text)
                .anyMatch(Effects::isMovingNames);
    }

    /** What failed half-way was looked at when it failed, so that only what it left behind is looked for. */
    private static Settlement look(JournalEntry last, JournalNote note, SchemaInspector inspector, Session session) {
        String sql = last.statement();
        Outcome outcome = note.footprint()
                .filter(before -> last.error().isEmpty())
                .flatMap(before -> Footprint.take(sql, inspector, session).map(now -> before.outcome(sql, now)))
                .orElse(Outcome.UNKNOWN);
        if (outcome == Outcome.DID_NOT_RUN) {
            return settled(outcome);
        }
        List<Statement> remains = inspector.remains(session, Statement.of(sql));
        return remains.isEmpty()
                ? settled(outcome)
                : new Settlement(Effects.isEndedByClearing(sql) ? Outcome.RAN : Outcome.DID_NOT_RUN, remains);
    }

    private static Settlement settled(Outcome outcome) {
        return new Settlement(outcome, List.of());
    }
}
