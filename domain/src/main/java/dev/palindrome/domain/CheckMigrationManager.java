package dev.palindrome.domain;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.plan.ChangedMigration;
import dev.palindrome.domain.plan.Reversals;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.ProofState;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.StatementException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says how each migration stands between its pack and the history. Made by the application for each request. */
public final class CheckMigrationManager {
    private final Workspace workspace;
    private final String appName;
    private final Reversals reversals;

    /**
     * A manager for one request.
     *
     * @param appName the app, or {@code all}
     */
    public CheckMigrationManager(Workspace workspace, String appName) {
        this.workspace = workspace;
        this.appName = appName;
        this.reversals = new Reversals(workspace.apps(), workspace.adapter(), workspace.seal());
    }

    /**
     * Lists the app's migrations in the order in which they go forwards, then what the history has and the packs lack.
     *
     * @throws ProblemException if neither a pack nor the history knows the app, or the database can't be read
     */
    public List<MigrationStatus> getMigrationStatuses() {
        return check().statuses();
    }

    /** {@return the statuses, and what is wrong with the packs of these apps} */
    public CheckReport check() {
        try (Session session = workspace.database().openSession()) {
            return check(History.of(workspace.history().read(session)));
        } catch (StatementException e) {
            throw new ProblemException(
                    Problem.error(
                            ProblemCodes.DATABASE_UNREACHABLE,
                            "The history could not be read: " + e.getMessage()
                                    + ". Check this user's rights, and that the database is up."),
                    e);
        }
    }

    private CheckReport check(History history) {
        Apps apps = workspace.apps();
        List<MigrationStatus> statuses = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(apps.problems());
        for (String name : names(history)) {
            Optional<App> app = apps.find(name);
            app.ifPresent(a -> problems.addAll(a.problems()));
            for (Migration migration : app.map(App::migrations).orElse(List.of())) {
                Optional<HistoryEntry> entry = history.find(new MigrationRef(name, migration.id()));
                MigrationStatus status = status(name, migration, entry);
                statuses.add(status);
                if (status.status() == Status.CHANGED) {
                    problems.add(ChangedMigration.warning(entry.orElseThrow(), migration));
                }
            }
            for (HistoryEntry entry : history.entries()) {
                if (entry.appName().equals(name) && apps.find(entry.ref()).isEmpty()) {
                    statuses.add(missing(entry));
                }
            }
        }
        return new CheckReport(statuses, problems);
    }

    private Set<String> names(History history) {
        Set<String> names = new LinkedHashSet<>();
        if (appName.equals(App.ALL)) {
            workspace.apps().inOrder().forEach(app -> names.add(app.name()));
            names.addAll(history.appNames());
        } else if (workspace.apps().find(appName).isPresent()
                || history.appNames().contains(appName)) {
            names.add(appName);
        } else {
            throw new ProblemException(workspace.apps().unknown(appName));
        }
        return names;
    }

    private MigrationStatus status(String app, Migration migration, Optional<HistoryEntry> entry) {
        Status status = entry.map(e -> !e.checksum().equals(migration.checksum())
                        ? Status.CHANGED
                        : e.faked() ? Status.FAKED : Status.APPLIED)
                .orElse(Status.PENDING);
        return new MigrationStatus(
                app,
                migration.id().value(),
                migration.description(),
                entry.isPresent(),
                status,
                entry.map(CheckMigrationManager::run),
                Optional.of(migration.checksum()),
                reversals.state(Optional.of(migration), entry),
                ProofState.NONE);
    }

    private MigrationStatus missing(HistoryEntry entry) {
        return new MigrationStatus(
                entry.appName(),
                entry.migrationId().value(),
                entry.description(),
                true,
                Status.MISSING,
                Optional.of(run(entry)),
                Optional.empty(),
                reversals.state(Optional.empty(), Optional.of(entry)),
                ProofState.NONE);
    }

    private static MigrationStatus.Run run(HistoryEntry entry) {
        return new MigrationStatus.Run(
                entry.ranOn(), entry.ranBy(), entry.duration(), entry.sequence(), entry.checksum(), entry.tags());
    }
}
