package dev.palindrome.domain.plan;

import dev.palindrome.spi.ProblemException;

/** Works out what would run. Implemented once for each direction and for cleaning. */
public interface Planner {

    /**
     * Makes a plan; changes nothing.
     *
     * @param ground the database as it is now
     * @return the plan, with all problems that were found
     * @throws ProblemException if the request names an app or a migration that isn't there
     */
    Plan plan(Ground ground);
}
