package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.HistorySeal;
import dev.palindrome.domain.journal.Position;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.reversal.ReversalBuilder;
import dev.palindrome.domain.reversal.ReversalState;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.MissingObjectException;
import dev.palindrome.spi.catalogue.UnforeseenException;
import java.util.Optional;

/**
 * Decides what takes a migration back: what its pack has, if that is what ran, and else what the history keeps. What
 * operations derived is always the history's, since only the moment when they ran knew it.
 */
public final class Reversals {
    private final Apps apps;
    private final DatabaseAdapter adapter;
    private final HistorySeal seal;
    private final PackCode code;

    /** For those packs and that database. */
    public Reversals(Apps apps, DatabaseAdapter adapter, HistorySeal seal) {
        this.apps = apps;
        this.adapter = adapter;
        this.seal = seal;
        this.code = new PackCode(apps, adapter.dialect());
    }

    /** {@return whether a migration that is in a pack, in the history or in both can be reversed, and by what} */
    public ReversalState state(Optional<Migration> migration, Optional<HistoryEntry> entry) {
        if (entry.isEmpty() || isWhatRan(migration, entry.get())) {
            Migration known = migration.orElseThrow();
            Optional<HistoryEntry> stored = entry.filter(e -> known.reversal() instanceof Reversal.Mirrored
                    && e.storedReversal().isPresent());
            return stored.map(e -> stateOf(seal.open(e), known)).orElseGet(() -> ofPack(known));
        }
        if (entry.get().storedReversal().isEmpty()) {
            return ReversalState.ABSENT;
        }
        ReversalState stored = seal.open(entry.get()).state();
        return stored == ReversalState.GIVEN || stored == ReversalState.DERIVED ? ReversalState.STORED : stored;
    }

    private ReversalState stateOf(StoredReversal stored, Migration migration) {
        return stored.isThere()
                ? stored.state()
                : mended(migration).map(StoredReversal::state).orElse(ReversalState.ABSENT);
    }

    private ReversalState ofPack(Migration migration) {
        if (migration.isFake()) {
            return ReversalState.NOT_NEEDED;
        }
        Reversal reversal = migration.reversal();
        if (reversal instanceof Reversal.Mirrored) {
            return mirroredState(migration);
        }
        return reversal instanceof Reversal.Given
                ? ReversalState.GIVEN
                : reversal instanceof Reversal.NotNeeded ? ReversalState.NOT_NEEDED : ReversalState.ABSENT;
    }

    private ReversalState mirroredState(Migration migration) {
        ReversalState state = ReversalState.NOT_NEEDED;
        for (Operation operation : migration.forwards()) {
            try {
                Reversal reversal = operation.reversal(adapter.dialect(), Catalogue.unknown());
                if (reversal instanceof Reversal.Absent) {
                    return ReversalState.ABSENT;
                }
                boolean given = reversal instanceof Reversal.Given && state != ReversalState.DERIVED;
                boolean notNeeded = reversal instanceof Reversal.NotNeeded;
                state = notNeeded ? state : given ? ReversalState.GIVEN : ReversalState.DERIVED;
            } catch (UnforeseenException e) {
                state = ReversalState.DERIVED;
            }
        }
        return state;
    }

    private static boolean isWhatRan(Optional<Migration> migration, HistoryEntry entry) {
        return migration.filter(m -> m.checksum().equals(entry.checksum())).isPresent();
    }

    /**
     * What takes an entry's migration back.
     *
     * @throws ProblemException if nothing does, saying why
     */
    Step.Work work(HistoryEntry entry, WorkCompiler compiler, Resumption from) {
        Optional<Migration> migration = apps.find(entry.ref());
        if (!isWhatRan(migration, entry)) {
            return ofHistory(entry, migration, compiler, from);
        }
        Migration known = migration.orElseThrow();
        if (known.isFake()) {
            return Step.Work.recordOnly("forgotten only: the migration declares itself fake");
        }
        return known.reversal() instanceof Reversal.Mirrored
                ? mirrored(entry, known, compiler, from)
                : ofPack(entry, known, compiler, from);
    }

    private Step.Work ofPack(HistoryEntry entry, Migration migration, WorkCompiler compiler, Resumption from) {
        Reversal reversal = migration.reversal();
        if (reversal instanceof Reversal.NotNeeded) {
            return Step.Work.recordOnly("nothing needs reversing, says its author");
        }
        if (reversal instanceof Reversal.Absent absent) {
            throw irreversible(entry, migration, absent.reason());
        }
        Step.Work work = compiler.compile(migration, Direction.BACKWARDS, new WorkCompiler.Watch() {}, from);
        if (from.position().equals(Position.START)
                && work.segments().stream().allMatch(s -> s.instructions().isEmpty())) {
            throw irreversible(entry, migration, "there is no statement in it");
        }
        return work;
    }

    private Step.Work mirrored(HistoryEntry entry, Migration migration, WorkCompiler compiler, Resumption from) {
        Optional<StoredReversal> stored =
                entry.storedReversal().isPresent() ? Optional.of(seal.open(entry)) : Optional.empty();
        if (stored.filter(StoredReversal::isThere).isPresent()) {
            return ready(entry, Optional.of(migration), stored.get(), compiler, from);
        }
        return ready(
                entry,
                Optional.of(migration),
                mended(migration)
                        .orElseThrow(
                                () -> irreversible(
                                        entry,
                                        migration,
                                        stored.map(StoredReversal::reason)
                                                .orElse(
                                                        "it would have had to be derived when it ran, and the history has none"))),
                compiler,
                from);
    }

    /** What operations say now that none was stored, where they say it without the database of the moment when they ran. */
    private Optional<StoredReversal> mended(Migration migration) {
        ReversalBuilder builder = new ReversalBuilder(migration, adapter, "");
        try {
            for (Operation operation : migration.forwards()) {
                builder.before(operation, Catalogue.unknown());
                builder.after(Catalogue.unknown());
            }
            return Optional.of(builder.build(Catalogue.unknown()));
        } catch (UnforeseenException | MissingObjectException e) {
            return Optional.empty();
        }
    }

    private Step.Work ofHistory(
            HistoryEntry entry, Optional<Migration> migration, WorkCompiler compiler, Resumption from) {
        if (entry.storedReversal().isPresent()) {
            return ready(entry, migration, seal.open(entry), compiler, from)
                    .ofHistory(
                            migration.isPresent()
                                    ? "by the reversal that was stored when it ran, since the migration was changed"
                                    : "by the reversal that was stored when it ran, since no pack has the migration");
        }
        if (migration.isEmpty()) {
            throw new ProblemException(Problem.error(
                    Codes.HISTORY_MISSING,
                    "Migration '" + entry.ref() + "' has run, no pack provides it, and no reversal of it was stored. "
                            + "Add the pack or the file that it came from."));
        }
        throw irreversible(
                entry, migration.get(), "it was changed after it ran, and no reversal was stored when it ran");
    }

    private Step.Work ready(
            HistoryEntry entry,
            Optional<Migration> migration,
            StoredReversal reversal,
            WorkCompiler compiler,
            Resumption from) {
        if (reversal.state() == ReversalState.NOT_NEEDED) {
            return Step.Work.recordOnly("nothing needs reversing, says its author");
        }
        if (!reversal.isThere()) {
            throw migration
                    .map(m -> irreversible(entry, m, reversal.reason()))
                    .orElseGet(() -> new ProblemException(irreversible(entry, reversal.reason())));
        }
        if (!reversal.adapter().equals(adapter.name())) {
            throw new ProblemException(irreversible(
                    entry,
                    "the stored one was compiled for " + reversal.adapter() + ", and this database is "
                            + adapter.name()));
        }
        return compiler.compile(code.resolve(entry.ref(), reversal), reversal, from);
    }

    private static ProblemException irreversible(HistoryEntry entry, Migration migration, String reason) {
        return new ProblemException(irreversible(entry, reason).at(migration.location()));
    }

    private static Problem irreversible(HistoryEntry entry, String reason) {
        return Problem.error(
                Codes.PLAN_IRREVERSIBLE,
                "Migration '" + entry.ref() + "' has no reversal: " + reason
                        + ". Write one, or say that none is needed; nothing has been reversed.");
    }
}
