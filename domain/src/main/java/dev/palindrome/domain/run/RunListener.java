package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Instruction;
import java.time.Duration;
import java.util.List;

/**
 * Watches a run. Implemented by front ends; called on the thread that runs, so it should return soon. What it is told has no
 * secrets, but for the step itself, which is what runs.
 */
public interface RunListener {
    /** A listener that watches nothing. */
    RunListener NONE = new RunListener() {};

    /** Somebody else has the lock, and we wait. Called once for each holder. */
    default void waitingFor(String holder) {}

    /** {@return whether to go on, asked before each step and while we wait; once it isn't, the run ends and the rest is not started} */
    default boolean goesOn() {
        return true;
    }

    /** A step begins, the first being number 1. */
    default void stepStarted(Step step, int number, int total) {}

    /** A statement of the step is sent, the first being number 1. */
    default void statementStarted(Step step, Instruction instruction, int number, int total) {}

    /** That statement was done. */
    default void statementDone(Step step, Instruction instruction, int number, int total, Duration duration) {}

    /** A step is over, well or badly. */
    default void stepDone(StepResult result, int number, int total) {}

    /** All is over. */
    default void runDone(MigrationResult result) {}

    /** {@return a listener that tells several} */
    static RunListener all(List<RunListener> listeners) {
        return new RunListener() {
            @Override
            public void waitingFor(String holder) {
                listeners.forEach(l -> l.waitingFor(holder));
            }

            @Override
            public boolean goesOn() {
                return listeners.stream().allMatch(RunListener::goesOn);
            }

            @Override
            public void stepStarted(Step step, int number, int total) {
                listeners.forEach(l -> l.stepStarted(step, number, total));
            }

            @Override
            public void statementStarted(Step step, Instruction instruction, int number, int total) {
                listeners.forEach(l -> l.statementStarted(step, instruction, number, total));
            }

            @Override
            public void statementDone(Step step, Instruction instruction, int number, int total, Duration duration) {
                listeners.forEach(l -> l.statementDone(step, instruction, number, total, duration));
            }

            @Override
            public void stepDone(StepResult result, int number, int total) {
                listeners.forEach(l -> l.stepDone(result, number, total));
            }

            @Override
            public void runDone(MigrationResult result) {
                listeners.forEach(l -> l.runDone(result));
            }
        };
    }
}
