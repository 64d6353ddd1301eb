package dev.palindrome.domain.schema;

import dev.palindrome.domain.plan.Plan;
import dev.palindrome.domain.plan.Planner;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.StatementException;
import java.util.function.Function;

/** The schema of a database as it is now, read whole. Made by front ends for each request. */
public final class LiveSchema {
    private final Workspace workspace;

    /** The schema of that workspace's database. */
    public LiveSchema(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Reads the tables that users made.
     *
     * @throws ProblemException if the database can't be read
     */
    public Schema read() {
        return inSession(session -> Schema.of(inspector().all(session)));
    }

    /**
     * Foresees what becomes of them; runs nothing.
     *
     * @param planner plans what might run
     * @throws ProblemException if the database can't be read, or the request names what isn't there
     */
    public Outlook after(Planner planner) {
        return inSession(session -> {
            Plan plan = planner.plan(workspace.ground(session, workspace.read(session)))
                    .on(workspace.place());
            return new Foresight(workspace, session).of(plan, inspector().all(session));
        });
    }

    private SchemaInspector inspector() {
        return workspace.database().inspector();
    }

    private <T> T inSession(Function<Session, T> read) {
        try (Session session = workspace.database().openSession()) {
            return read.apply(session);
        } catch (StatementException e) {
            throw new ProblemException(
                    Problem.error(
                            ProblemCodes.DATABASE_UNREACHABLE,
                            "The schema could not be read: " + e.getMessage()
                                    + ". Check this user's rights, and that the database is up."),
                    e);
        }
    }
}
