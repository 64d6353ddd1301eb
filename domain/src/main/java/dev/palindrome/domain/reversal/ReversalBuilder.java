package dev.palindrome.domain.reversal;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private final Deque<List<StoredReversal.Part>> parts = new ArrayDeque<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private Optional<Reversal> underWay = Optional.empty();
    private Optional<String> absence = Optional.empty();
    private int seen;
    private boolean derived;
    private boolean needed;

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

    /** Shows what the database looks like just before an operation. */
    public void before(Operation operation, Catalogue catalogue) {
        underWay = mirrored ? Optional.of(operation.reversal(adapter.dialect(), catalogue)) : Optional.empty();
    }

    /** Shows what the database looks like just after that operation. */
    public void after(Catalogue catalogue) {
        underWay.ifPresent(reversal -> add(reversal, catalogue));
        underWay = Optional.empty();
    }

    private void add(Reversal reversal, Catalogue catalogue) {
        seen++;
        if (reversal instanceof Reversal.Absent absent) {
            absence = absence.or(() -> Optional.of(absent.reason()));
        }
        if (reversal instanceof Reversal.Derived known) {
            derived = true;
            requirements.addAll(0, known.requirements());
        }
        needed |= !(reversal instanceof Reversal.NotNeeded);
        parts.addFirst(compiled(reversal.operations(), catalogue));
    }

    private List<StoredReversal.Part> compiled(List<Operation> operations, Catalogue catalogue) {
        Dialect dialect = adapter.dialect();
        List<StoredReversal.Part> compiled = new ArrayList<>();
        Catalogue now = operations.size() > 1 ? catalogue.copy() : catalogue;
        for (Operation operation : operations) {
            operation.compile(dialect, now).forEach(instruction -> compiled.add(part(instruction)));
            if (operations.size() > 1) {
                operation.foresee(dialect, now);
            }
        }
        return compiled;
    }

    private static StoredReversal.Part part(Instruction instruction) {
        return instruction instanceof JavaCode code
                ? new StoredReversal.Code(code.name(), code.location().toString())
                : new StoredReversal.Sql((Statement) instruction);
    }

    /** Gives what was made, once all operations have gone forwards; shows what the database looks like then. */
    public StoredReversal build(Catalogue catalogue) {
        Reversal whole = migration.reversal();
        if (!mirrored) {
            add(whole, catalogue);
        }
        List<StoredReversal.Part> all = parts.stream().flatMap(List::stream).toList();
        if (mirrored && seen != migration.forwards().size()) {
            throw new IllegalStateException("Only " + seen + " of the operations of " + migration + " were shown");
        }
        if (absence.isEmpty() && needed && all.isEmpty()) {
            absence = Optional.of("there is no statement in it");
        }
        ReversalState state = absence.isPresent()
                ? ReversalState.ABSENT
                : !needed ? ReversalState.NOT_NEEDED : derived ? ReversalState.DERIVED : ReversalState.GIVEN;
        return new StoredReversal(
                state,
                absence.orElse(""),
                adapter.name(),
                adapter.version().orElse(""),
                packVersion,
                migration.isTransactional(),
                state == ReversalState.ABSENT ? List.of() : all,
                state == ReversalState.ABSENT ? List.of() : requirements(all, catalogue));
    }

    private List<Requirement> requirements(List<StoredReversal.Part> all, Catalogue catalogue) {
        List<Statement> statements = all.stream()
                .filter(StoredReversal.Sql.class::isInstance)
                .map(part -> ((StoredReversal.Sql) part).statement())
                .toList();
        List<Requirement> found = new ArrayList<>(requirements);
        found.addAll(adapter.dialect().requirements(statements, catalogue));
        return found;
    }

    /** Gives a reversal that is absent for a reason that lies outside the operations. */
    public StoredReversal absent(String reason) {
        return empty(ReversalState.ABSENT, reason);
    }

    /** Gives a reversal that runs nothing, since the migration itself never runs. */
    public StoredReversal notNeeded() {
        return empty(ReversalState.NOT_NEEDED, "");
    }

    private StoredReversal empty(ReversalState state, String reason) {
        return new StoredReversal(
                state,
                reason,
                adapter.name(),
                adapter.version().orElse(""),
                packVersion,
                migration.isTransactional(),
                List.of(),
                List.of());
    }
}
