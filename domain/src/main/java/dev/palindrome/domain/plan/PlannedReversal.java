package dev.palindrome.domain.plan;

import dev.palindrome.domain.reversal.ReversalBuilder;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.MissingObjectException;
import dev.palindrome.spi.catalogue.UnforeseenException;

/**
 * The reversal that a forwards step stores.
 *
 * @param migration whose reversal it is
 * @param packVersion the version of the pack that it comes from; empty if it has none
 * @param foreseen the reversal, as far as the plan foresees it
 * @param settled whether it depends on nothing that is known only when the step runs
 */
public record PlannedReversal(Migration migration, String packVersion, StoredReversal foreseen, boolean settled) {

    /** {@return a builder for the reversal as it will be when the step runs} */
    public ReversalBuilder builder(DatabaseAdapter adapter) {
        return new ReversalBuilder(migration, adapter, packVersion);
    }

    /** Plans a reversal while the forwards half is compiled. */
    static final class Planning implements WorkCompiler.Watch {
        private final Migration migration;
        private final String packVersion;
        private final Catalogue catalogue;
        private final ReversalBuilder builder;
        private final int questions;
        private boolean unforeseen;

        Planning(Migration migration, String packVersion, DatabaseAdapter adapter, Catalogue catalogue) {
            this.migration = migration;
            this.packVersion = packVersion;
            this.catalogue = catalogue;
            this.builder = new ReversalBuilder(migration, adapter, packVersion);
            this.questions = catalogue.questions();
        }

        @Override
        public void before(Operation operation) {
            try {
                builder.before(operation, catalogue);
            } catch (UnforeseenException e) {
                unforeseen = true;
            }
        }

        @Override
        public void after(Operation operation) {
            try {
                builder.after(catalogue);
            } catch (UnforeseenException e) {
                unforeseen = true;
            }
        }

        /** The reversal of a migration that declares itself fake: what it says has never run, so nothing takes it back. */
        PlannedReversal declaredFake() {
            return new PlannedReversal(migration, packVersion, builder.notNeeded(), true);
        }

        /** The reversal of a migration that is recorded without running: the database is already as it would leave it. */
        PlannedReversal recorded() {
            try {
                for (Operation operation : migration.forwards()) {
                    int before = catalogue.questions();
                    builder.before(operation, catalogue);
                    if (catalogue.questions() != before) {
                        return absent("it was recorded without running, and what it changed was not seen");
                    }
                    builder.after(catalogue);
                }
                return new PlannedReversal(migration, packVersion, builder.build(catalogue), true);
            } catch (MissingObjectException | UnforeseenException | ProblemException e) {
                return absent("it was recorded without running, and could not be derived then: " + e.getMessage());
            }
        }

        /** The reversal of a migration whose operations have been watched. */
        PlannedReversal watched() {
            try {
                if (unforeseen) {
                    return derivedWhenItRuns();
                }
                StoredReversal foreseen = builder.build(catalogue);
                return new PlannedReversal(migration, packVersion, foreseen, catalogue.questions() == questions);
            } catch (UnforeseenException e) {
                return derivedWhenItRuns();
            } catch (MissingObjectException e) {
                return absent(String.valueOf(e.getMessage()));
            } catch (ProblemException e) {
                return absent("it can't be read: "
                        + e.problems().stream()
                                .map(Problem::toString)
                                .findFirst()
                                .orElse(""));
            }
        }

        /** The reversal of a migration of which nothing is known before it runs. */
        PlannedReversal derivedWhenItRuns() {
            return new PlannedReversal(
                    migration, packVersion, builder.absent("it is derived when the migration runs"), false);
        }

        private PlannedReversal absent(String reason) {
            return new PlannedReversal(migration, packVersion, builder.absent(reason), true);
        }
    }
}
