package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Step;
import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Statement;
import java.util.List;

/**
 * The script of steps that only write the history, all in one transaction: what a preview prints and {@link RecordRunner} runs.
 *
 * @param first what commits by itself before the transaction
 * @param creation what creates the history within it
 * @param writes one for each step
 */
record RecordScript(List<Statement> first, List<Statement> creation, List<Statement> writes) {

    /**
     * The script of these steps.
     *
     * @param creation what creates the history, if this is the first write to it; else empty
     */
    static RecordScript of(List<Step> steps, List<Statement> creation, Workspace workspace, Recorder recorder) {
        boolean isHeld = workspace.adapter().capabilities().contains(Capability.TRANSACTIONAL_DDL);
        List<Statement> writes = steps.stream()
                .flatMap(step -> StepScript.writes(step, workspace, recorder).stream())
                .toList();
        return new RecordScript(isHeld ? List.of() : creation, isHeld ? creation : List.of(), writes);
    }

    /** {@return the lines that belong to a step: the transaction begins with the first and ends with the last} */
    ScriptText text(int step, Dialect dialect) {
        ScriptText text = new ScriptText(dialect);
        if (step == 0) {
            first.forEach(text::addOwn);
            text.boundary("BEGIN");
            creation.forEach(text::addOwn);
        }
        text.addOwn(writes.get(step));
        if (step == writes.size() - 1) {
            text.boundary("COMMIT");
        }
        return text;
    }
}
