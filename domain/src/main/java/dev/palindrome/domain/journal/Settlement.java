package dev.palindrome.domain.journal;

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

    /** Looks; changes nothing. */
    static Settlement of(JournalEntry last, JournalNote note, SchemaInspector inspector, Session session) {
        if (last.state() != State.UNDER_WAY) {
            return settled(last.state() == State.DONE ? Outcome.RAN : Outcome.DID_NOT_RUN);
        }
        if (note.doubt() == Doubt.CATALOGUE && last.error().isEmpty()) {
            return look(last, note, inspector, session);
        }
        return settled(
                switch (note.doubt()) {
                    case NONE -> Outcome.DID_NOT_RUN;
                    case PROVEN -> Outcome.RAN;
                    case REPEATABLE -> Outcome.MAY_REPEAT;
                    case CATALOGUE, PEOPLE -> Outcome.UNKNOWN;
                });
    }

    private static Settlement look(JournalEntry last, JournalNote note, SchemaInspector inspector, Session session) {
        boolean isAsBefore = note.footprint()
                .filter(Footprint.take(last.statement(), inspector, session)::equals)
                .isPresent();
        if (isAsBefore) {
            return settled(Outcome.DID_NOT_RUN);
        }
        List<Statement> remains = inspector.remains(session, Statement.of(last.statement()));
        return remains.isEmpty() ? settled(Outcome.RAN) : new Settlement(Outcome.DID_NOT_RUN, remains);
    }

    private static Settlement settled(Outcome outcome) {
        return new Settlement(outcome, List.of());
    }
}
