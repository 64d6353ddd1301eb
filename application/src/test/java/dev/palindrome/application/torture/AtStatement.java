package dev.palindrome.application.torture;

import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Instruction;

/** Has something happen just before the n-th statement of a run in this process is sent. */
final class AtStatement implements RunListener {
    private final int number;
    private final Runnable event;
    private int started;

    AtStatement(int number, Runnable event) {
        this.number = number;
        this.event = event;
    }

    @Override
    public void statementStarted(Step step, Instruction instruction, int numberInStep, int total) {
        started++;
        if (started == number) {
            event.run();
        }
    }
}
