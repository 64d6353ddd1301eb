package dev.palindrome.domain;

import dev.palindrome.domain.plan.ForwardsPlanner;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.PlanExecution;
import dev.palindrome.domain.run.RunEnvironment;
import dev.palindrome.domain.run.Wording;
import dev.palindrome.domain.run.Workspace;

/** Runs the migrations of an app that are pending. Made by the application for each request. */
public final class ForwardsMigrationManager {
    private final Workspace workspace;
    private final RunEnvironment environment;
    private final ForwardsRequest request;

    /** A manager for one request. */
    public ForwardsMigrationManager(Workspace workspace, RunEnvironment environment, ForwardsRequest request) {
        this.workspace = workspace;
        this.environment = environment;
        this.request = request;
    }

    /**
     * Runs, or in a preview only shows, every migration that the request reaches and that has not run yet. Nothing to do is
     * a success; an unknown app or migration is a failure that lists what there is.
     */
    public MigrationResult run() {
        ForwardsPlanner planner =
                new ForwardsPlanner(workspace.apps(), request.appName(), request.target(), request.fake());
        return new PlanExecution(workspace, environment)
                .execute(planner, request.terms(), request.fake() ? Wording.FAKE : Wording.FORWARDS);
    }
}
