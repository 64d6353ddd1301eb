package dev.palindrome.adapters.http.migration;

import dev.palindrome.domain.run.Masking;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.UnforeseenException;
import java.util.ArrayList;
import java.util.List;

/** Shows the halves of a migration as this database would be sent them, and collects what keeps one from being shown. */
final class Halves {
    private final Dialect dialect;
    private final Masking masking;
    private final List<Problem> problems = new ArrayList<>();

    Halves(Workspace workspace) {
        this.dialect = workspace.adapter().dialect();
        this.masking = workspace.masking();
    }

    /** {@return the SQL in order; as a comment code, and what depends on the database of the moment when it runs} */
    List<String> sql(List<Operation> half) {
        List<String> lines = new ArrayList<>();
        for (Operation operation : half) {
            try {
                operation
                        .compile(dialect, Catalogue.unknown())
                        .forEach(instruction -> lines.add(instruction.inline(dialect)));
            } catch (UnforeseenException e) {
                lines.add("-- worked out when it runs, from what the database looks like then: "
                        + operation.toString().replaceAll("\\s+", " "));
            } catch (ProblemException e) {
                add(e.problems());
            }
        }
        return shown(lines);
    }

    /** {@return the lines without secrets} */
    List<String> shown(List<String> lines) {
        return masking.texts(lines);
    }

    void add(List<Problem> found) {
        problems.addAll(found);
    }

    List<Problem> problems() {
        return masking.problems(problems);
    }
}
