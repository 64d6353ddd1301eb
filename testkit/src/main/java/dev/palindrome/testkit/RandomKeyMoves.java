package dev.palindrome.testkit;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.operation.AddForeignKey;
import dev.palindrome.spi.operation.AddPrimaryKey;
import dev.palindrome.spi.operation.AddUnique;
import dev.palindrome.spi.operation.CreateIndex;
import dev.palindrome.spi.operation.IndexPart;
import dev.palindrome.spi.operation.Operations;
import dev.palindrome.testkit.RandomColumn.Values;
import dev.palindrome.testkit.RandomTable.Kind;
import dev.palindrome.testkit.RandomTable.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Random operations on keys, checks and indexes. */
final class RandomKeyMoves {
    private final RandomSchema schema;
    private final Dialect dialect;
    private final RandomColumnMoves columns;

    RandomKeyMoves(RandomSchema schema, Dialect dialect, RandomColumnMoves columns) {
        this.schema = schema;
        this.dialect = dialect;
        this.columns = columns;
    }

    List<Supplier<Optional<RandomMove>>> all() {
        return List.of(
                this::addPrimaryKey,
                this::dropPrimaryKey,
                this::addUnique,
                this::dropUnique,
                this::addForeignKey,
                this::dropForeignKey,
                this::addCheck,
                this::dropCheck,
                this::createIndex,
                this::createIndex,
                this::dropIndex);
    }

    private List<RandomColumn> keyColumns(RandomTable table) {
        return schema.some(
                table.columns.stream()
                        .filter(column -> column.type.comparable() && !column.isGenerated)
                        .toList(),
                3);
    }

    private static boolean areUnique(RandomTable table, List<RandomColumn> of) {
        return table.rows < 2 || of.stream().anyMatch(c -> c.values == Values.OWN || c.values == Values.NONE);
    }

    private static void await(Part part) {
        part.columns().forEach(column -> column.isAwaited = true);
        part.target().ifPresent(target -> target.isAwaited = true);
        part.targetColumns().forEach(column -> column.isAwaited = true);
    }

    private Optional<RandomMove> addPrimaryKey() {
        return schema.anyTable().filter(table -> table.primaryKey().isEmpty()).flatMap(table -> {
            List<RandomColumn> key = keyColumns(table);
            boolean fits = !key.isEmpty()
                    && !isKey(table, key)
                    && areUnique(table, key)
                    && (table.rows == 0 || key.stream().noneMatch(c -> c.hasNulls() || c.values == Values.OTHER));
            return Optional.of(new RandomMove(
                            new AddPrimaryKey(
                                    Optional.empty(), table.name, Optional.of(schema.newName("p")), table.names(key)),
                            () -> {
                                table.parts.add(Part.of(Kind.PRIMARY_KEY, "", key));
                                key.forEach(column -> column.nullable = false);
                            }))
                    .filter(move -> fits);
        });
    }

    private Optional<RandomMove> dropPrimaryKey() {
        return part(Kind.PRIMARY_KEY, this::isFree)
                .filter(at -> at.part.columns().stream().noneMatch(column -> column.isIdentity))
                .map(at -> dropping(at, Operations.dropPrimaryKey(at.table.name)));
    }

    private Optional<RandomMove> addUnique() {
        return schema.anyTable().flatMap(table -> {
            List<RandomColumn> key = keyColumns(table);
            String name = schema.newName("u");
            return Optional.of(new RandomMove(
                            new AddUnique(Optional.empty(), table.name, Optional.of(name), table.names(key)),
                            () -> table.parts.add(Part.of(Kind.UNIQUE, name, key))))
                    .filter(move -> !key.isEmpty() && areUnique(table, key) && !isKey(table, key));
        });
    }

    static boolean isKey(RandomTable table, List<RandomColumn> columns) {
        return table.parts.stream()
                .anyMatch(part -> part.isUnique() && part.columns().equals(columns));
    }

    private Optional<RandomMove> dropUnique() {
        return part(Kind.UNIQUE, this::isFree)
                .map(at -> dropping(at, Operations.dropUnique(at.table.name, at.part.name())));
    }

    private boolean isFree(Part part) {
        return part.columns().stream().noneMatch(schema::isReferredTo);
    }

    private Optional<RandomMove> addForeignKey() {
        List<Part> targets = schema.tables.stream()
                .flatMap(table -> table.parts.stream())
                .filter(part -> part.kind() == Kind.PRIMARY_KEY || part.kind() == Kind.UNIQUE)
                .toList();
        return schema.anyTable()
                .flatMap(table -> schema.any(targets)
                        .flatMap(target -> matching(table, target).map(own -> {
                            String name = schema.newName("f");
                            RandomTable owner = columns.ownerOf(target);
                            return new RandomMove(
                                    new AddForeignKey(
                                            Optional.empty(),
                                            table.name,
                                            Optional.of(name),
                                            table.names(own),
                                            columns.reference(target, owner)),
                                    () -> table.parts.add(new Part(
                                            Kind.FOREIGN_KEY, name, own, Optional.of(owner), target.columns())));
                        })));
    }

    /** Columns of the types of a key, with values that it has. */
    private Optional<List<RandomColumn>> matching(RandomTable table, Part target) {
        List<RandomColumn> own = new ArrayList<>();
        for (RandomColumn wanted : target.columns()) {
            schema.any(table.columns.stream()
                            .filter(c -> c.type.equals(wanted.type) && !c.hasDefault && !c.isGenerated && !c.isIdentity)
                            .filter(c -> table.rows == 0 || c.values == Values.NONE)
                            .filter(c -> !own.contains(c) && !target.columns().contains(c))
                            .toList())
                    .ifPresent(own::add);
        }
        return Optional.of(own)
                .filter(found -> found.size() == target.columns().size() && !table.has(Kind.FOREIGN_KEY, found));
    }

    private Optional<RandomMove> dropForeignKey() {
        return part(Kind.FOREIGN_KEY, part -> true)
                .map(at -> dropping(at, Operations.dropForeignKey(at.table.name, at.part.name())));
    }

    private Optional<RandomMove> addCheck() {
        return schema.anyTable().flatMap(table -> {
            List<RandomColumn> numbers = schema.some(
                    table.columns.stream()
                            .filter(column -> column.type.isNumber() && !column.isGenerated)
                            .toList(),
                    2);
            String name = schema.newName("k");
            String expression = String.join(
                    " AND ",
                    numbers.stream().map(c -> dialect.name(c.name) + " >= 0").toList());
            return Optional.of(new RandomMove(
                            Operations.addCheck(table.name, name, expression),
                            () -> table.parts.add(Part.of(Kind.CHECK, name, numbers))))
                    .filter(move -> !numbers.isEmpty());
        });
    }

    private Optional<RandomMove> dropCheck() {
        return part(Kind.CHECK, part -> true)
                .map(at -> dropping(at, Operations.dropCheck(at.table.name, at.part.name())));
    }

    private Optional<RandomMove> createIndex() {
        return schema.anyTable().flatMap(table -> {
            List<RandomColumn> key = keyColumns(table);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            String name = schema.newName("i");
            boolean unique = schema.chance(30) && areUnique(table, key) && !isKey(table, key);
            RandomColumn first = key.get(0);
            List<IndexPart> parts = key.stream()
                    .map(column -> new IndexPart(Optional.of(column.name), Optional.empty(), schema.chance(20)))
                    .toList();
            boolean partial = schema.chance(15);
            CreateIndex index = new CreateIndex(
                    Optional.empty(),
                    table.name,
                    Optional.of(name),
                    parts,
                    unique,
                    partial ? Optional.of(dialect.name(first.name) + " IS NOT NULL") : Optional.empty(),
                    Optional.empty(),
                    schema.chance(5));
            return Optional.of(new RandomMove(
                    index, () -> table.parts.add(Part.of(unique ? Kind.UNIQUE_INDEX : Kind.INDEX, name, key))));
        });
    }

    private Optional<RandomMove> dropIndex() {
        return part(schema.chance(70) ? Kind.INDEX : Kind.UNIQUE_INDEX, part -> true)
                .map(at -> dropping(at, Operations.dropIndex(at.table.name, at.part.name())));
    }

    private RandomMove dropping(Place at, Operation operation) {
        return new RandomMove(operation, () -> {
            at.table.parts.remove(at.part);
            await(at.part);
        });
    }

    private Optional<Place> part(Kind kind, Predicate<Part> wanted) {
        return schema.any(schema.tables.stream()
                .flatMap(table -> table.parts(kind).filter(wanted).map(part -> new Place(table, part)))
                .toList());
    }

    private record Place(RandomTable table, Part part) {}
}
