package dev.palindrome.adapters.cli;

import dev.palindrome.adapters.cli.terminal.Answer;
import dev.palindrome.adapters.cli.terminal.ResultAnswer;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.Problem;
import java.util.List;

/** A command that, when it can't answer, says so in the shape of its answer. */
interface Refusable {
    /** {@return an answer that says nothing but what is wrong} */
    default Answer refused(List<Problem> problems) {
        return new ResultAnswer(MigrationResult.refused(problems));
    }
}
