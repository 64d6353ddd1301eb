package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Plan;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks whether the data allow a plan, so that it is refused whole rather than left half-way. */
final class DataCheck {
    private static final Set<String> PASSING = Set.of("08", "40", "53", "54", "55", "57", "58", "HY");

    private DataCheck() {}

    /** {@return the plan, with a problem for each requirement that the data don't meet} */
    static Plan of(Plan plan, Session session) {
        List<Problem> found = new ArrayList<>();
        boolean first = true;
        for (Step step : plan.steps()) {
            for (Requirement requirement : step.work().requirements()) {
                check(step, requirement, first, session, found);
            }
            first &= step.work().segments().isEmpty();
        }
        return found.isEmpty() ? plan : plan.with(found);
    }

    private static void check(Step step, Requirement requirement, boolean first, Session session, List<Problem> found) {
        long violations = violations(requirement, session);
        boolean mayBeTakenAway = !first && requirement.subject() == Requirement.Subject.PARTS; // by the steps before it
        if (violations > 0 && !mayBeTakenAway) {
            String message = "Migration '" + step.migration() + "' can't be reversed now: "
                    + requirement.message(violations) + ".";
            found.add(
                    first
                            ? Problem.error(Codes.PLAN_DATA_IN_THE_WAY, message)
                            : Problem.warning(
                                    Codes.PLAN_DATA_IN_THE_WAY,
                                    message + " It will be looked at again once the steps before it have run."));
        }
    }

    /**
     * Counts what is in the way; nothing is, if what the requirement asks about is yet to come. Whatever else the query does,
     * which comes from the history, is rolled back.
     *
     * @throws StatementException if the database refused for another reason
     */
    static long violations(Requirement requirement, Session session) {
        session.begin();
        try {
            List<Row> rows = session.query(Statement.of(requirement.violations()));
            return rows.isEmpty()
                    ? 0
                    : rows.get(0).number(rows.get(0).columns().get(0)).orElse(0);
        } catch (StatementException e) {
            if (e.isConnectionLost() || isOfTheMoment(e)) {
                throw e;
            }
            return 0;
        } finally {
            session.rollback();
        }
    }

    /** Not answered now, such as for a lock or the connection: by the first two characters of the standard's states. */
    private static boolean isOfTheMoment(StatementException e) {
        return e.sqlState()
                .filter(state -> state.length() > 2 && PASSING.contains(state.substring(0, 2)))
                .isPresent();
    }
}
