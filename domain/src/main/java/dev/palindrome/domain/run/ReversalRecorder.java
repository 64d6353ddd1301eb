package dev.palindrome.domain.run;

import dev.palindrome.domain.journal.JournalNote;
import dev.palindrome.domain.journal.Position;
import dev.palindrome.domain.journal.Progress;
import dev.palindrome.domain.plan.PlannedReversal;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.plan.Unit;
import dev.palindrome.domain.reversal.ReversalBuilder;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the reversal of a forwards step from the live catalogue while it runs; has nothing to do where the plan knew it all. */
final class ReversalRecorder {
    private static final String INTERRUPTED = "it was interrupted before that could be known";

    private final boolean journaled;
    private final Supplier<Catalogue> live;
    private final StoredReversal foreseen;
    private final Optional<ReversalBuilder> builder;
    private final Optional<Progress> former;
    private final Map<Integer, StoredReversal> newlyKnown = new HashMap<>();
    private int known;

    ReversalRecorder(Step step, Workspace workspace, Supplier<Catalogue> live) {
        this.journaled = step.isJournaled();
        this.live = live;
        this.foreseen = step.planned().map(PlannedReversal::foreseen).orElse(StoredReversal.NONE);
        this.builder = step.planned()
                .filter(planned -> !planned.settled() || journaled)
                .map(planned -> planned.builder(workspace.adapter()));
        this.former = step.former();
    }

    /** Knows what can be known before anything runs. */
    void begin() {
        builder.ifPresent(b -> former.ifPresentOrElse(
                progress -> resume(b, progress),
                () -> b.whole().ifPresent(whole -> newlyKnown.put(JournalNote.WHOLE, whole))));
    }

    private void resume(ReversalBuilder resumed, Progress progress) {
        Position position = progress.position(Direction.FORWARDS);
        known = position.operation() + (position.isWithinOperation() ? 1 : 0);
        Map<Integer, StoredReversal> noted = progress.reversals();
        List<StoredReversal> operations = new ArrayList<>();
        for (int place = 0; place < known; place++) {
            operations.add(noted.getOrDefault(place, resumed.absent(INTERRUPTED)));
        }
        resumed.resume(operations);
    }

    void before(Unit unit, Catalogue now) {
        if (unit.begins()) {
            builder.ifPresent(b -> {
                Operation operation = unit.operation().orElseThrow();
                b.before(operation, now);
                if (journaled) {
                    b.foresee(operation, now).ifPresent(reversal -> newlyKnown.put(unit.place(), reversal));
                }
            });
        }
    }

    void after(Unit unit) {
        if (unit.ends()) {
            builder.ifPresent(b -> {
                b.after(live.get());
                List<StoredReversal> all = b.operations();
                for (int place = known; place < all.size(); place++) {
                    newlyKnown.put(place, all.get(place));
                }
                known = all.size();
            });
        }
    }

    /** {@return what takes back operations that have begun, by their places, as far as it became known since this was asked} */
    Map<Integer, StoredReversal> newlyKnown() {
        Map<Integer, StoredReversal> answer = Map.copyOf(newlyKnown);
        newlyKnown.clear();
        return answer;
    }

    /** {@return the reversal, once all has run} */
    StoredReversal reversal() {
        return builder.map(b -> b.build(live.get())).orElse(foreseen);
    }
}
