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

/** Looks whether the data allow a plan, so that it is refused whole rather than left half-way. */
final class DataCheck {
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
        try {
            long violations = violations(requirement, session);
            if (violations > 0) {
                String message = "Migration '" + step.migration() + "' can't be reversed now: "
                        + requirement.message(violations) + ".";
                if (!first && requirement.subject() == Requirement.Subject.PARTS) {
                    return; // the steps before it may take them away
                }
                found.add(
                        first
                                ? Problem.error(Codes.PLAN_DATA_IN_THE_WAY, message)
                                : Problem.warning(
                                        Codes.PLAN_DATA_IN_THE_WAY,
                                        message + " It will be looked at again once the steps before it have run."));
            }
        } catch (StatementException e) {
            return; // what it asks about is yet to come
        }
    }

    /** Counts what is in the way. Whatever else the query does, which comes from the history, is rolled back. */
    static long violations(Requirement requirement, Session session) {
        session.begin();
        try {
            List<Row> rows = session.query(Statement.of(requirement.violations()));
            return rows.isEmpty()
                    ? 0
                    : rows.get(0).number(rows.get(0).columns().get(0)).orElse(0);
        } finally {
            session.rollback();
        }
    }
}
