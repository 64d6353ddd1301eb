package dev.palindrome.adapters.cli.terminal;

import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Instruction;
import java.time.Duration;

/** Shows how far a run is: a line for each step that is over, and, to somebody who watches, what is under way. */
public final class Progress implements RunListener {
    private final Terminal terminal;
    private final LiveLine line;

    /** Shows it there. */
    public Progress(Terminal terminal) {
        this.terminal = terminal;
        this.line = new LiveLine(terminal);
    }

    @Override
    public void waitingFor(String holder) {
        String text = terminal.errStyle().sentence("waiting for " + holder + " …");
        if (terminal.isLive()) {
            line.show(text);
        } else {
            terminal.err().println(text);
            terminal.flush();
        }
    }

    @Override
    public void stepStarted(Step step, int number, int total) {
        line.show("step " + number + " of " + total + ": " + step.migration() + " " + step.description());
    }

    @Override
    public void statementStarted(Step step, Instruction instruction, int number, int total) {
        line.begin(instruction);
    }

    @Override
    public void statementDone(Step step, Instruction instruction, int number, int total, Duration duration) {
        line.end();
    }

    @Override
    public void stepDone(StepResult result, int number, int total) {
        line.clear();
        if (!terminal.isJson() && !terminal.isQuiet()) {
            terminal.out().println(StepLine.of(result, terminal.outStyle()));
            terminal.flush();
        }
    }

    @Override
    public void runDone(MigrationResult result) {
        line.clear();
        line.close();
    }
}
