package dev.palindrome.adapters.http.run;

import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;

/**
 * A step of a plan, as a run's id names it.
 *
 * @param direction which way
 * @param migration which migration
 */
record PlannedStep(Direction direction, MigrationRef migration) {
    static PlannedStep of(StepResult step) {
        return new PlannedStep(step.direction(), new MigrationRef(step.appName(), new MigrationId(step.migrationId())));
    }
}
