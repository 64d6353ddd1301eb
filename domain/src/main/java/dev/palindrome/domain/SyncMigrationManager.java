package dev.palindrome.domain;

import dev.palindrome.domain.plan.SyncPlanner;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.PlanExecution;
import dev.palindrome.domain.run.RunEnvironment;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.domain.run.Wording;
import dev.palindrome.domain.run.Workspace;

/** Makes the database match the packs that are present. Made by the application for each request. */
public final class SyncMigrationManager {
    private final Workspace workspace;
    private final RunEnvironment environment;
    private final String appName;
    private final Terms terms;

    /**
     * A manager for one request.
     *
     * @param appName the app, or {@code all}
     */
    public SyncMigrationManager(Workspace workspace, RunEnvironment environment, String appName, Terms terms) {
        this.workspace = workspace;
        this.environment = environment;
        this.appName = appName;
        this.terms = terms;
    }

    /**
     * Reverses, newest first, what the packs don't know, then goes forwards. Asks first if anything is reversed, unless the
     * terms agree beforehand. A plan in which something can't be reversed is refused whole.
     */
    public MigrationResult run() {
        return new PlanExecution(workspace, environment)
                .execute(new SyncPlanner(workspace.apps(), appName), terms, Wording.SYNC);
    }
}
