package dev.palindrome.domain.plan;

import dev.palindrome.domain.history.History;
import dev.palindrome.domain.plan.Selection.Pending;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans what becomes of the history when repeatable migrations run again: the entry of the former run gives way to a new one in
 * the last place, so backwards takes it back first. What the former entry was tagged with names a state that had another
 * content of it; the entry before gets those tags, so that going back to them takes the new content away.
 */
final class Repetition {
    private final History history;
    private final Set<MigrationRef> repeated;
    private final Map<MigrationRef, HistoryEntry> heirs = new HashMap<>();

    /** For what goes forwards in one plan. */
    Repetition(History history, List<Pending> forwards) {
        this.history = history;
        this.repeated = forwards.stream().map(Pending::ref).filter(history::has).collect(Collectors.toSet());
    }

    /** {@return what a step does to the history that records the migration, for the first time or again} */
    Ending ending(MigrationRef migration, PlannedReversal planned) {
        return history.find(migration)
                .<Ending>map(former -> new Ending.Replaced(planned, former, heir(former)))
                .orElseGet(() -> new Ending.Recorded(planned));
    }

    private Optional<Ending.Heir> heir(HistoryEntry former) {
        if (former.tags().isEmpty()) {
            return Optional.empty();
        }
        Optional<HistoryEntry> before = history.newestFirst(Set.of(former.appName())).stream()
                .filter(entry -> entry.sequence() < former.sequence() && !repeated.contains(entry.ref()))
                .findFirst();
        return before.map(entry -> {
            List<String> tags =
                    new ArrayList<>(heirs.getOrDefault(entry.ref(), entry).tags());
            tags.addAll(former.tags());
            HistoryEntry after = entry.withTags(tags);
            heirs.put(entry.ref(), after);
            return new Ending.Heir(entry, after);
        });
    }

    /** {@return the work, with a note if it has been run before} */
    Step.Work noted(MigrationRef migration, Step.Work work) {
        return history.has(migration) ? work.noting("runs again, since it was changed after it ran") : work;
    }

    /**
     * The migration with the reversal that takes back all its runs: what its operations derive when it runs again would bring
     * back its former run.
     */
    Migration reversible(Pending pending) {
        Migration migration = pending.migration();
        if (!history.has(pending.ref()) || !(migration.reversal() instanceof Reversal.Mirrored)) {
            return migration;
        }
        return Migration.id(migration.id().value())
                .description(migration.description())
                .location(migration.location())
                .forwards(migration.forwards().toArray(Operation[]::new))
                .irreversible(
                        "it ran again after a change, and what its operations derive would bring back its former run")
                .repeatable()
                .build();
    }
}
