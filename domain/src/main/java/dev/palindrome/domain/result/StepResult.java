package dev.palindrome.domain.result;

import dev.palindrome.spi.Direction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of one migration in a run, or would become of it.
 *
 * @param appName its app
 * @param migrationId its id
 * @param description what it says of itself
 * @param direction which way it goes
 * @param outcome what became of it
 * @param duration how long it took; zero if it didn't run
 * @param transactional whether all of it, with its history entry, is one transaction
 * @param statements the SQL in order, with transaction boundaries and history writes; code as a comment
 * @param ownStatements which of those are Palindrome's own and not the migration's, by their places, the first being 0:
 *     transaction boundaries and what is written to the history and its journal
 * @param notes what a reader of the plan should know about this step
 * @param failure the statement that failed, if one did
 */
public record StepResult(
        String appName,
        String migrationId,
        String description,
        Direction direction,
        StepOutcome outcome,
        Duration duration,
        boolean transactional,
        List<String> statements,
        List<Integer> ownStatements,
        List<String> notes,
        Optional<StepFailure> failure) {

    public StepResult {
        statements = List.copyOf(statements);
        ownStatements = List.copyOf(ownStatements);
        notes = List.copyOf(notes);
    }
}
