package dev.palindrome.adapters.http.run;

import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.MigrationResult;
import java.time.Instant;
import java.util.Optional;

/**
 * How a run stood at one moment.
 *
 * @param id the run's
 * @param appName the app that it was planned for, or {@code all}
 * @param startedOn when it was asked for
 * @param finishedOn when it was over, if it is
 * @param waitingFor who holds it up, if somebody does
 * @param current the step that is under way, if one is
 * @param result what came of it, or what is done so far
 */
record RunView(
        String id,
        String appName,
        Instant startedOn,
        Optional<Instant> finishedOn,
        Optional<String> waitingFor,
        Optional<Current> current,
        MigrationResult result) {

    /** {@return whether it is not over} */
    boolean isRunning() {
        return finishedOn.isEmpty();
    }

    /**
     * A step under way.
     *
     * @param appName its app
     * @param migrationId its migration
     * @param number which step, counted from 1
     * @param total of so many
     * @param statement the statement that was sent last, if one was
     */
    record Current(String appName, String migrationId, int number, int total, Optional<Statement> statement) {
        static Current step(Step step, int number, int total) {
            return new Current(
                    step.migration().appName(), step.migration().id().value(), number, total, Optional.empty());
        }

        Current at(Statement next) {
            return new Current(appName, migrationId, number, total, Optional.of(next));
        }
    }

    /**
     * A statement of a step.
     *
     * @param number which, counted from 1
     * @param total of so many
     * @param text what is sent
     */
    record Statement(int number, int total, String text) {}
}
