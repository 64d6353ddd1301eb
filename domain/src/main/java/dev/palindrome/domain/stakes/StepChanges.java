package dev.palindrome.domain.stakes;

import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.HistorySeal;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.plan.Unit;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.domain.sql.TableChange;
import dev.palindrome.domain.sql.TableChange.Kind;
import dev.palindrome.domain.sql.TableWords;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.MissingObjectException;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.UnforeseenException;
import dev.palindrome.spi.operation.DeleteRows;
import dev.palindrome.spi.operation.DropColumn;
import dev.palindrome.spi.operation.DropTable;
import dev.palindrome.spi.operation.InsertRows;
import dev.palindrome.spi.operation.MoveTable;
import dev.palindrome.spi.operation.RemoveRows;
import dev.palindrome.spi.operation.RenameColumn;
import dev.palindrome.spi.operation.RenameTable;
import dev.palindrome.spi.operation.SchemaOperation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says what a step takes away: typed operations by what they are, scripts by their words. */
final class StepChanges {
    private final Apps apps;
    private final HistorySeal seal;
    private final Dialect dialect;

    StepChanges(Apps apps, HistorySeal seal, Dialect dialect) {
        this.apps = apps;
        this.seal = seal;
        this.dialect = dialect;
    }

    Stream<TableChange> of(Step step) {
        if (step.work().recordedOnly()) {
            return Stream.empty();
        }
        Optional<Migration> mirrored = mirrored(step);
        return mirrored.isPresent()
                ? takenBack(mirrored.get(), step)
                : step.work().segments().stream()
                        .flatMap(segment -> segment.units().stream())
                        .flatMap(this::of);
    }

    /** What was stored when it ran is a list of statements; the operations say better what that means. */
    private Optional<Migration> mirrored(Step step) {
        return step.direction() == Direction.BACKWARDS
                        && step.work().origin() == Step.Origin.PACK
                        && step.former().isEmpty()
                ? apps.find(step.migration()).filter(m -> m.reversal() instanceof Reversal.Mirrored)
                : Optional.empty();
    }

    private Stream<TableChange> takenBack(Migration migration, Step step) {
        List<Operation> lastFirst = new ArrayList<>(migration.forwards());
        Collections.reverse(lastFirst);
        Optional<StoredReversal> stored = step.reversed()
                .filter(entry -> entry.storedReversal().isPresent())
                .map(seal::open);
        return IntStream.range(0, lastFirst.size())
                .boxed()
                .flatMap(place -> takenBack(
                        lastFirst.get(place),
                        () -> stored.stream().flatMap(reversal -> reversal.mirroring(place).stream())));
    }

    private Stream<TableChange> takenBack(Operation operation, Supplier<Stream<StoredReversal.Part>> stored) {
        try {
            return operation.reversal(dialect, Catalogue.unknown()).operations().stream()
                    .flatMap(reversal -> whole(reversal).map(StepChanges::of).orElseGet(() -> compiled(reversal)))
                    .toList()
                    .stream();
        } catch (UnforeseenException | MissingObjectException e) {
            // most of them had to look at what was there, to bring it back
            return operation instanceof SchemaOperation && !(operation instanceof InsertRows)
                    ? Stream.empty()
                    : stored.get().flatMap(this::of);
        }
    }

    private Stream<TableChange> of(StoredReversal.Part part) {
        return part instanceof StoredReversal.Sql sql
                ? of(sql.statement())
                : Stream.of(TableChange.unclear("-- Java code: " + part.text()));
    }

    private Stream<TableChange> of(Unit unit) {
        Optional<SchemaOperation> whole = unit.operation().flatMap(StepChanges::whole);
        if (whole.isPresent()) {
            return unit.begins() ? of(whole.get()) : Stream.empty();
        }
        return unit.settled() == Unit.Settled.WHEN_IT_RUNS
                ? unit.operation().stream().map(StepChanges::unclear)
                : unit.instructions().stream().flatMap(this::of);
    }

    /** The operation, if it says all by itself; which rows go, only the statements say. */
    private static Optional<SchemaOperation> whole(Operation operation) {
        return operation instanceof SchemaOperation schema
                        && !(operation instanceof DeleteRows)
                        && !(operation instanceof RemoveRows)
                ? Optional.of(schema)
                : Optional.empty();
    }

    private static Stream<TableChange> of(SchemaOperation operation) {
        if (operation instanceof DropTable op) {
            return Stream.of(TableChange.of(Kind.DROPPED, op.on()));
        }
        if (operation instanceof DropColumn op) {
            return Stream.of(TableChange.of(Kind.COLUMN_DROPPED, op.on(), op.column()));
        }
        if (operation instanceof RenameTable op) {
            return Stream.of(new TableChange(Kind.RENAMED, op.on(), "", op.to()));
        }
        if (operation instanceof MoveTable op) {
            ObjectName table = new ObjectName(Optional.of(op.schema()), op.table());
            return Stream.of(new TableChange(Kind.RENAMED, table, "", op.table()));
        }
        if (operation instanceof RenameColumn op) {
            return Stream.of(new TableChange(Kind.COLUMN_RENAMED, op.on(), op.column(), op.to()));
        }
        return Stream.empty();
    }

    private Stream<TableChange> compiled(Operation operation) {
        return operation.compile(dialect, Catalogue.unknown()).stream().flatMap(this::of);
    }

    private Stream<TableChange> of(Instruction instruction) {
        return instruction instanceof JavaCode
                ? Stream.of(TableChange.unclear(instruction.text()))
                : TableWords.read(instruction.inline(dialect)).stream();
    }

    private static TableChange unclear(Operation operation) {
        return TableChange.unclear(operation.toString());
    }
}
