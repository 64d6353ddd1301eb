package dev.palindrome.application.run;

import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.run.RunListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line for each step. Statements and values are not logged: they can hold what nobody should read. */
final class RunLog implements RunListener {
    private static final Logger LOG = LoggerFactory.getLogger("dev.palindrome.run");

    @Override
    public void waitingFor(String holder) {
        LOG.info("waiting for {}", holder);
    }

    @Override
    public void stepDone(StepResult result, int number, int total) {
        LOG.info(
                "{}/{} {}:{} {} in {} ms",
                number,
                total,
                result.appName(),
                result.migrationId(),
                result.outcome().word(),
                result.duration().toMillis());
    }
}
