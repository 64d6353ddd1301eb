package dev.palindrome.domain.reversal;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.UnforeseenException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Makes a migration's compiled reversal while its operations go forwards, in a plan with the catalogue that it foresees, in a
 * run with the live one. Each operation is shown the catalogue just before it and just after.
 */
public final class ReversalBuilder {
    private final Migration migration;
    private final DatabaseAdapter adapter;
    private final String packVersion;
    private final boolean mirrored;
    private final List<StoredReversal> operations = new ArrayList<>();
    private Optional<Reversal> underWay = Optional.empty();

    /**
     * A builder for one migration that goes forwards once.
     *
     * @param packVersion the version of the pack that it comes from; empty if it has none
     */
    public ReversalBuilder(Migration migration, DatabaseAdapter adapter, String packVersion) {
        this.migration = migration;
        this.adapter = adapter;
        this.packVersion = packVersion;
        this.mirrored = migration.reversal() instanceof Reversal.Mirrored;
    }

    /** Goes on after operations that were shown to an earlier builder. */
    public void resume(List<StoredReversal> known) {
        if (mirrored) {
            operations.addAll(known);
        }
    }

    /** Shows what the database looks like just before an operation. */
    public void before(Operation operation, Catalogue catalogue) {
        underWay = mirrored ? Optional.of(operation.reversal(adapter.dialect(), catalogue)) : Optional.empty();
    }

    /** Shows what the database looks like just after that operation. */
    public void after(Catalogue catalogue) {
        underWay.ifPresent(reversal -> operations.add(compiled(reversal, catalogue)));
        underWay = Optional.empty();
    }

    /** {@return what takes back each operation that was shown, in their order} */
    public List<StoredReversal> operations() {
        return List.copyOf(operations);
    }

    /**
     * Foresees what will take back an operation that is about to run.
     *
     * @param before the live catalogue
     * @return its reversal; empty if that can be known only when it has run
     */
    public Optional<StoredReversal> foresee(Operation operation, Catalogue before) {
        try {
            Catalogue after = before.copy();
            operation.foresee(adapter.dialect(), after);
            return underWay.map(reversal -> compiled(reversal, after));
        } catch (UnforeseenException e) {
            return Optional.empty();
        }
    }

    /** {@return what takes back the migration as a whole, if its author says so in SQL} */
    public Optional<StoredReversal> whole() {
        try {
            return mirrored ? Optional.empty() : Optional.of(compiled(migration.reversal(), Catalogue.unknown()));
        } catch (UnforeseenException e) {
            return Optional.empty();
        }
    }

    private StoredReversal compiled(Reversal reversal, Catalogue catalogue) {
        ReversalState state = reversal instanceof Reversal.Absent
                ? ReversalState.ABSENT
                : reversal instanceof Reversal.NotNeeded
                        ? ReversalState.NOT_NEEDED
                        : reversal instanceof Reversal.Derived ? ReversalState.DERIVED : ReversalState.GIVEN;
        return stored(
                state,
                reversal instanceof Reversal.Absent absent ? absent.reason() : "",
                compiled(reversal.operations(), catalogue),
                reversal instanceof Reversal.Derived known ? known.requirements() : List.of(),
                List.of());
    }

    private List<StoredReversal.Part> compiled(List<Operation> operations, Catalogue catalogue) {
        Dialect dialect = adapter.dialect();
        List<StoredReversal.Part> compiled = new ArrayList<>();
        Catalogue now = operations.size() > 1 ? catalogue.copy() : catalogue;
        for (Operation operation : operations) {
            compiled.addAll(StoredReversal.parts(operation.compile(dialect, now)));
            if (operations.size() > 1) {
                operation.foresee(dialect, now);
            }
        }
        return compiled;
    }

    /** Gives what was made, once all operations have gone forwards; shows what the database looks like then. */
    public StoredReversal build(Catalogue catalogue) {
        if (mirrored && operations.size() != migration.forwards().size()) {
            throw new IllegalStateException(
                    "Only " + operations.size() + " of the operations of " + migration + " were shown");
        }
        List<StoredReversal> lastFirst =
                new ArrayList<>(mirrored ? operations : List.of(compiled(migration.reversal(), catalogue)));
        Collections.reverse(lastFirst);
        List<StoredReversal.Part> parts =
                lastFirst.stream().flatMap(each -> each.parts().stream()).toList();
        boolean needed = lastFirst.stream().anyMatch(each -> each.state() != ReversalState.NOT_NEEDED);
        boolean derived = lastFirst.stream().anyMatch(each -> each.state() == ReversalState.DERIVED);
        Optional<String> absence = operations.stream()
                .filter(each -> !each.isThere())
                .findFirst()
                .or(() -> lastFirst.stream().filter(each -> !each.isThere()).findFirst())
                .map(StoredReversal::reason)
                .or(() -> needed && parts.isEmpty() ? Optional.of("there is no statement in it") : Optional.empty());
        if (absence.isPresent()) {
            return absent(absence.get());
        }
        List<Requirement> requirements = new ArrayList<>();
        lastFirst.forEach(each -> requirements.addAll(each.requirements()));
        requirements.addAll(adapter.dialect().requirements(statements(parts), catalogue));
        return stored(
                !needed ? ReversalState.NOT_NEEDED : derived ? ReversalState.DERIVED : ReversalState.GIVEN,
                "",
                parts,
                requirements,
                mirrored ? lastFirst.stream().map(each -> each.parts().size()).toList() : List.of());
    }

    private static List<Statement> statements(List<StoredReversal.Part> parts) {
        return parts.stream()
                .filter(StoredReversal.Sql.class::isInstance)
                .map(part -> ((StoredReversal.Sql) part).statement())
                .toList();
    }

    /** Gives a reversal that is absent for a reason that lies outside the operations. */
    public StoredReversal absent(String reason) {
        return stored(ReversalState.ABSENT, reason, List.of(), List.of(), List.of());
    }

    /** Gives a reversal that runs nothing, since the migration itself never runs. */
    public StoredReversal notNeeded() {
        return stored(ReversalState.NOT_NEEDED, "", List.of(), List.of(), List.of());
    }

    private StoredReversal stored(
            ReversalState state,
            String reason,
            List<StoredReversal.Part> parts,
            List<Requirement> requirements,
            List<Integer> mirrors) {
        return new StoredReversal(
                state,
                reason,
                adapter.name(),
                adapter.version().orElse(""),
                packVersion,
                migration.isTransactional(Direction.BACKWARDS),
                parts,
                requirements,
                mirrors);
    }
}
