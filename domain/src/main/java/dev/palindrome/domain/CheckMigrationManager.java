package dev.palindrome.domain;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.journal.Progress;
import dev.palindrome.domain.plan.ChangedMigration;
import dev.palindrome.domain.plan.Reversals;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.ProofState;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.reversal.ReversalState;
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
            return check(workspace.read(session));
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
                MigrationRef ref = new MigrationRef(name, migration.id());
                Optional<HistoryEntry> entry = history.find(ref);
                MigrationStatus status = status(name, migration, entry, history.halfDone(ref), problems);
                statuses.add(status);
                if (status.status() == Status.CHANGED) {
                    problems.add(ChangedMigration.warning(entry.orElseThrow(), migration));
                }
            }
            for (Progress progress : history.halfDone()) {
                MigrationRef ref = progress.migration();
                if (ref.appName().equals(name)) {
                    problems.add(progress.problem());
                    if (apps.find(ref).isEmpty() && !history.has(ref)) {
                        statuses.add(unknown(progress));
                    }
                }
            }
            for (HistoryEntry entry : history.entries()) {
                if (entry.appName().equals(name) && apps.find(entry.ref()).isEmpty()) {
                    statuses.add(missing(entry, problems));
                }
            }
        }
        return new CheckReport(statuses, workspace.masking().problems(problems));
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

    private MigrationStatus status(
            String app,
            Migration migration,
            Optional<HistoryEntry> entry,
            Optional<Progress> halfDone,
            List<Problem> problems) {
        Status standing = entry.filter(e -> !migration.isRepeatable() || isWhatRan(e, migration))
                .map(e -> isWhatRan(e, migration) ? e.faked() ? Status.FAKED : Status.APPLIED : Status.CHANGED)
                .orElse(Status.PENDING);
        Status status = halfDone.isPresent() ? Status.FAILED : standing;
        return new MigrationStatus(
                app,
                migration.id().value(),
                migration.description(),
                entry.isPresent(),
                status,
                entry.map(CheckMigrationManager::run),
                Optional.of(migration.checksum()),
                reversal(Optional.of(migration), entry, problems),
                ProofState.NONE);
    }

    private static boolean isWhatRan(HistoryEntry entry, Migration migration) {
        return entry.checksum().equals(migration.checksum());
    }

    /** What stopped half-way forwards, and no pack has any more. */
    private static MigrationStatus unknown(Progress progress) {
        return new MigrationStatus(
                progress.migration().appName(),
                progress.migration().id().value(),
                "",
                false,
                Status.FAILED,
                Optional.empty(),
                Optional.empty(),
                ReversalState.ABSENT,
                ProofState.NONE);
    }

    private MigrationStatus missing(HistoryEntry entry, List<Problem> problems) {
        return new MigrationStatus(
                entry.appName(),
                entry.migrationId().value(),
                entry.description(),
                true,
                Status.MISSING,
                Optional.of(run(entry)),
                Optional.empty(),
                reversal(Optional.empty(), Optional.of(entry), problems),
                ProofState.NONE);
    }

    /** One that can't be trusted is as good as none, and named; the others are shown all the same. */
    private ReversalState reversal(
            Optional<Migration> migration, Optional<HistoryEntry> entry, List<Problem> problems) {
        try {
            return reversals.state(migration, entry);
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            return ReversalState.ABSENT;
        }
    }

    private static MigrationStatus.Run run(HistoryEntry entry) {
        return new MigrationStatus.Run(
                entry.ranOn(), entry.ranBy(), entry.duration(), entry.sequence(), entry.checksum(), entry.tags());
    }
}
