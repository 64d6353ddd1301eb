package dev.palindrome.domain;

import dev.palindrome.domain.plan.CleanPlanner;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.PlanExecution;
import dev.palindrome.domain.run.RunEnvironment;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.domain.run.Wording;
import dev.palindrome.domain.run.Workspace;

/** Removes the history entries whose migration is gone. Made by the application for each request. */
public final class CleanMigrationManager {
    private final Workspace workspace;
    private final RunEnvironment environment;
    private final String appName;
    private final Terms terms;

    /**
     * A manager for one request.
     *
     * @param appName the app, or {@code all}
     * @param terms on what terms
     */
    public CleanMigrationManager(Workspace workspace, RunEnvironment environment, String appName, Terms terms) {
        this.workspace = workspace;
        this.environment = environment;
        this.appName = appName;
        this.terms = terms;
    }

    /** Asks, then removes the entries; what those migrations changed in the database stays. */
    public MigrationResult run() {
        return new PlanExecution(workspace, environment)
                .execute(new CleanPlanner(workspace.apps(), appName), terms, Wording.CLEAN);
    }
}
