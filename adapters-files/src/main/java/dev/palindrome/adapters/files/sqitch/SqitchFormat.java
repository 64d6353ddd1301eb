package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.spi.DraftRequest;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.Optional;

/**
 * Projects of sqitch, read as they are: the changes of {@code sqitch.plan} in its order, each with its deploy and revert
 * script. A migration's id is the change's name; a change that is planned again under its name is {@code NAME#2}, so that the
 * first keeps its own.
 */
public final class SqitchFormat implements MigrationFormat {
    private static final String PLAN = "sqitch.plan";

    /** For ServiceLoader. */
    public SqitchFormat() {}

    @Override
    public String name() {
        return "sqitch";
    }

    @Override
    public boolean recognises(MigrationFolder folder) {
        if (folder.fileNames().contains(PLAN)) {
            return true;
        }
        if (!folder.fileNames().contains("sqitch.conf")) {
            return false;
        }
        SqitchProject project = SqitchProject.of(folder, new Findings());
        return project.files().has(project.planFile());
    }

    @Override
    public Contents read(MigrationFolder folder) {
        return new SqitchReader(folder).read();
    }

    @Override
    public Optional<Draft> draft(DraftRequest request) {
        String description = request.description();
        throw new ProblemException(Problem.error(
                SqitchCodes.NEW,
                "A new change is a line in the plan and three scripts, which sqitch writes best: sqitch add NAME"
                        + (description.isBlank() ? "" : " -n '" + description.replace("'", "'\\''") + "'")
                        + ". It will be pending here."));
    }
}
