package dev.palindrome.domain;

import dev.palindrome.domain.plan.BackwardsPlanner;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.PlanExecution;
import dev.palindrome.domain.run.RunEnvironment;
import dev.palindrome.domain.run.Wording;
import dev.palindrome.domain.run.Workspace;

/** Reverses the migrations of an app that have run. Made by the application for each request. */
public final class BackwardsMigrationManager {
    private final Workspace workspace;
    private final RunEnvironment environment;
    private final BackwardsRequest request;

    /** A manager for one request. */
    public BackwardsMigrationManager(Workspace workspace, RunEnvironment environment, BackwardsRequest request) {
        this.workspace = workspace;
        this.environment = environment;
        this.request = request;
    }

    /**
     * Checks what has run, works out the range, asks unless the request agrees beforehand, reverses in the reverse of the
     * order in which the migrations ran, and with {@code clean} deletes each migration's files once its reversal is
     * committed. A plan in which a reversal is absent is refused whole.
     */
    public MigrationResult run() {
        BackwardsPlanner planner =
                new BackwardsPlanner(workspace.apps(), request.appName(), request.target(), request.clean());
        Wording wording = request.target() instanceof Target.Only ? Wording.ONLY : Wording.BACKWARDS;
        return new PlanExecution(workspace, environment).execute(planner, request.terms(), wording);
    }
}
