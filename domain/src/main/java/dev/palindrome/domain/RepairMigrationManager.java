package dev.palindrome.domain;

import dev.palindrome.domain.plan.RepairPlanner;
import dev.palindrome.domain.plan.Verdict;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.PlanExecution;
import dev.palindrome.domain.run.RunEnvironment;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.domain.run.Wording;
import dev.palindrome.domain.run.Workspace;
import java.util.Optional;

/** Puts the history right where only people know how. Made by the application for each request. */
public final class RepairMigrationManager {
    private final Workspace workspace;
    private final RunEnvironment environment;
    private final String appName;
    private final Optional<Verdict> verdict;
    private final Terms terms;

    /**
     * A manager for one request.
     *
     * @param appName the app, or {@code all}
     * @param verdict what people found out about a migration that is half-done, if there is one
     */
    public RepairMigrationManager(
            Workspace workspace, RunEnvironment environment, String appName, Optional<Verdict> verdict, Terms terms) {
        this.workspace = workspace;
        this.environment = environment;
        this.appName = appName;
        this.verdict = verdict;
        this.terms = terms;
    }

    /**
     * Asks, then accepts changed content for what ran, and settles what is half-done. Runs nothing of any migration, and
     * guesses nothing: a doubt without a verdict is refused.
     */
    public MigrationResult run() {
        return new PlanExecution(workspace, environment)
                .execute(new RepairPlanner(workspace.apps(), appName, verdict), terms, Wording.REPAIR);
    }
}
