package dev.palindrome.adapters.http.migration;

import dev.palindrome.domain.plan.ForwardsPlanner;
import dev.palindrome.domain.plan.Ground;
import dev.palindrome.domain.plan.PlannedReversal;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.Session;
import java.util.List;
import java.util.Optional;

/**
 * What takes a migration back: what its author wrote, what was stored when it ran, or, as long as it has not run, what its
 * operations foresee.
 */
final class BackwardsHalf {
    private static final List<String> DERIVED_WHEN_IT_RUNS =
            List.of("-- derived when the migration runs, from what the database looks like then");

    private final Workspace workspace;
    private final Dialect dialect;
    private final Halves halves;

    BackwardsHalf(Workspace workspace, Halves halves) {
        this.workspace = workspace;
        this.dialect = workspace.adapter().dialect();
        this.halves = halves;
    }

    /** {@return the SQL in order, code as a comment; empty if nothing is known of it} */
    Optional<List<String>> sql(
            MigrationRef ref, Optional<Migration> migration, Optional<HistoryEntry> entry, Session session) {
        boolean isWhatRan = migration.isPresent()
                && entry.filter(e -> !e.checksum().equals(migration.get().checksum()))
                        .isEmpty();
        if (isWhatRan && !(migration.get().reversal() instanceof Reversal.Mirrored)) {
            return Optional.of(halves.sql(migration.get().reversal().operations()));
        }
        return entry.isPresent() ? stored(entry.get()) : Optional.of(foreseen(ref, session));
    }

    private Optional<List<String>> stored(HistoryEntry entry) {
        if (entry.storedReversal().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(text(workspace.seal().open(entry)));
        } catch (ProblemException e) {
            halves.add(e.problems());
            return Optional.empty();
        }
    }

    private List<String> foreseen(MigrationRef ref, Session session) {
        Ground ground = workspace.ground(session, workspace.read(session));
        return new ForwardsPlanner(workspace.apps(), ref.appName(), new Target.Id(ref.id()), false)
                .plan(ground).steps().stream()
                        .filter(step -> step.migration().equals(ref))
                        .flatMap(step -> step.planned().stream())
                        .filter(planned -> planned.foreseen().isThere() || planned.settled())
                        .map(PlannedReversal::foreseen)
                        .map(this::text)
                        .findFirst()
                        .orElse(DERIVED_WHEN_IT_RUNS);
    }

    private List<String> text(StoredReversal reversal) {
        return halves.shown(reversal.parts().stream()
                .map(part -> part instanceof StoredReversal.Sql sql
                        ? dialect.inline(sql.statement())
                        : "-- Java code: " + part.text())
                .toList());
    }
}
