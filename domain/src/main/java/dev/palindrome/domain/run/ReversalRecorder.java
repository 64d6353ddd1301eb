package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.PlannedReversal;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.plan.Unit;
import dev.palindrome.domain.reversal.ReversalBuilder;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the reversal of a forwards step from the live catalogue while it runs; has nothing to do where the plan knew it all. */
final class ReversalRecorder {
    private final Supplier<Catalogue> live;
    private final StoredReversal foreseen;
    private final Optional<ReversalBuilder> builder;

    ReversalRecorder(Step step, Workspace workspace, Supplier<Catalogue> live) {
        this.live = live;
        this.foreseen = step.planned().map(PlannedReversal::foreseen).orElse(StoredReversal.NONE);
        this.builder = step.planned()
                .filter(planned -> !planned.settled())
                .map(planned -> planned.builder(workspace.adapter()));
    }

    void before(Unit unit, Catalogue now) {
        if (unit.begins()) {
            builder.ifPresent(b -> b.before(unit.operation().orElseThrow(), now));
        }
    }

    void after(Unit unit) {
        if (unit.ends()) {
            builder.ifPresent(b -> b.after(live.get()));
        }
    }

    /** {@return the reversal, once all has run} */
    StoredReversal reversal() {
        return builder.map(b -> b.build(live.get())).orElse(foreseen);
    }
}
