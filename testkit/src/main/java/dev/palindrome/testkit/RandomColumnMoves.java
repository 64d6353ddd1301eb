package dev.palindrome.testkit;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.operation.Action;
import dev.palindrome.spi.operation.DropColumn;
import dev.palindrome.spi.operation.NewColumn;
import dev.palindrome.spi.operation.Operations;
import dev.palindrome.spi.operation.Reference;
import dev.palindrome.testkit.RandomTable.Kind;
import dev.palindrome.testkit.RandomTable.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Random operations on columns. */
final class RandomColumnMoves {
    private final RandomSchema schema;
    private final Dialect dialect;

    RandomColumnMoves(RandomSchema schema, Dialect dialect) {
        this.schema = schema;
        this.dialect = dialect;
    }

    List<Supplier<Optional<RandomMove>>> all() {
        return List.of(
                this::add,
                this::addGenerated,
                this::drop,
                this::drop,
                this::rename,
                this::widen,
                this::convert,
                this::makeNotNull,
                this::makeNullable,
                this::setDefault,
                this::dropDefault);
    }

    /** A column with all that may come with one, for a new table or for one with rows. */
    NewColumn draw(RandomTable table, RandomColumn column, List<Part> parts) {
        RandomType type = column.type;
        boolean filled = table.rows > 0;
        NewColumn made = Operations.column(column.name, type.sql());
        column.hasDefault = schema.chance(30);
        column.values = !filled
                ? RandomColumn.Values.OWN
                : column.hasDefault ? RandomColumn.Values.ALIKE : RandomColumn.Values.NONE;
        if (column.hasDefault) {
            made = made.defaultsTo(type.byDefault());
        }
        if (schema.chance(30) && (!filled || column.hasDefault)) {
            made = made.notNull();
            column.nullable = false;
        }
        List<RandomColumn> alone = List.of(column);
        if (type.comparable() && schema.chance(15) && !(filled && column.hasDefault)) {
            made = made.asUnique();
            parts.add(Part.of(Kind.UNIQUE, automatic(table, column, "key"), alone));
        }
        if (type.isNumber() && schema.chance(20)) {
            made = made.check(dialect.name(column.name) + " >= 0");
            parts.add(Part.of(Kind.CHECK, automatic(table, column, "check"), alone));
        }
        Optional<Part> target = column.hasDefault ? Optional.empty() : target(type);
        if (target.isPresent() && schema.chance(50)) {
            made = made.references(reference(target.get(), ownerOf(target.get())));
            parts.add(new Part(
                    Kind.FOREIGN_KEY,
                    automatic(table, column, "fkey"),
                    alone,
                    Optional.of(ownerOf(target.get())),
                    target.get().columns()));
        }
        return schema.chance(10) ? made.comment("it's " + column.name) : made;
    }

    /** The name that a constraint of one column has if its author gives none. */
    static String automatic(RandomTable table, RandomColumn column, String ending) {
        return (table.name + "_" + column.name + "_" + ending).replace("\"", "");
    }

    private Optional<Part> target(RandomType type) {
        return schema.any(schema.tables.stream()
                .flatMap(table -> table.parts.stream())
                .filter(part -> part.kind() == Kind.PRIMARY_KEY || part.kind() == Kind.UNIQUE)
                .filter(part ->
                        part.columns().size() == 1 && part.columns().get(0).type.equals(type))
                .toList());
    }

    RandomTable ownerOf(Part part) {
        return schema.tables.stream()
                .filter(table -> table.parts.contains(part))
                .findFirst()
                .orElseThrow();
    }

    Reference reference(Part target, RandomTable table) {
        Reference reference =
                Reference.to(table.name, table.names(target.columns()).toArray(String[]::new));
        if (schema.chance(30)) {
            reference = reference.onDelete(schema.chance(50) ? Action.CASCADE : Action.RESTRICT);
        }
        return schema.chance(20) ? reference.onUpdate(Action.CASCADE) : reference;
    }

    private Optional<RandomMove> add() {
        return schema.anyTable().map(table -> {
            RandomColumn column = new RandomColumn(schema.newName("c"), RandomType.any(schema.random));
            List<Part> parts = new ArrayList<>();
            NewColumn made = draw(table, column, parts);
            return new RandomMove(Operations.addColumn(table.name, made), () -> {
                table.columns.add(column);
                table.parts.addAll(parts);
            });
        });
    }

    private Optional<RandomMove> addGenerated() {
        return pick(column -> column.type.isNumber() && !column.isGenerated).map(at -> {
            RandomColumn column = new RandomColumn(schema.newName("g"), at.column.type);
            column.isGenerated = true;
            column.values = RandomColumn.Values.OTHER;
            NewColumn made = Operations.column(column.name, column.type.sql())
                    .generatedAs(dialect.name(at.column.name) + " + 1");
            return new RandomMove(Operations.addColumn(at.table.name, made), () -> {
                at.table.columns.add(column);
                at.column.isSource = true;
            });
        });
    }

    private Optional<RandomMove> drop() {
        return pick(column -> !column.isSource && !schema.isReferredTo(column))
                .filter(at -> at.table.views == 0 && at.table.columns.size() > 1)
                .filter(at -> at.table.rows == 0 || canBeLost(at))
                .map(at -> {
                    boolean needed = at.table.rows > 0
                            && !at.column.nullable
                            && !at.column.hasDefault
                            && !at.column.isIdentity
                            && !at.column.isGenerated;
                    Optional<String> fill = needed ? Optional.of(at.column.type.byDefault()) : Optional.empty();
                    DropColumn drop = new DropColumn(Optional.empty(), at.table.name, at.column.name, fill);
                    return new RandomMove(drop, () -> {
                        at.table
                                .partsOf(at.column)
                                .flatMap(part -> part.columns().stream())
                                .forEach(other -> other.isAwaited = true);
                        at.table.parts.removeIf(part -> part.columns().contains(at.column));
                        at.table.columns.remove(at.column);
                    });
                });
    }

    /** Whether a table with rows can do with what the column has when it comes back: nothing, or its default. */
    private static boolean canBeLost(Place at) {
        boolean comesBackEmpty = at.column.nullable && !at.column.hasDefault;
        return !at.column.isAwaited
                && at.table
                        .partsOf(at.column)
                        .noneMatch(part -> part.kind() == Kind.PRIMARY_KEY
                                || ((part.isUnique() || part.kind() == Kind.FOREIGN_KEY) && !comesBackEmpty));
    }

    private Optional<RandomMove> rename() {
        return pick(column -> true).filter(at -> at.table.views == 0).map(at -> {
            String to = schema.newName("c");
            return new RandomMove(
                    Operations.renameColumn(at.table.name, at.column.name, to), () -> at.column.name = to);
        });
    }

    private boolean keepsType(Place at) {
        return at.table.views > 0
                || at.column.isIdentity
                || at.column.isGenerated
                || at.column.isSource
                || schema.isReferredTo(at.column)
                || at.table.partsOf(at.column).anyMatch(part -> part.kind() == Kind.FOREIGN_KEY);
    }

    private Optional<RandomMove> widen() {
        return pick(column -> column.type.wider().isPresent())
                .filter(at -> !keepsType(at))
                .map(at -> {
                    RandomType wider = RandomType.of(at.column.type.wider().orElseThrow());
                    return new RandomMove(
                            Operations.changeType(at.table.name, at.column.name, wider.sql()),
                            () -> at.column.type = wider);
                });
    }

    private Optional<RandomMove> convert() {
        return pick(column -> column.type.isNumber() && !column.hasDefault)
                .filter(at ->
                        !keepsType(at) && at.table.partsOf(at.column).findAny().isEmpty())
                .map(at -> {
                    String former = at.column.type.sql();
                    RandomType text = RandomType.of("varchar(40)");
                    String name = dialect.name(at.column.name);
                    return new RandomMove(
                            Operations.changeType(at.table.name, at.column.name, text.sql())
                                    .using("CAST(" + name + " AS varchar(40))", "CAST(" + name + " AS " + former + ")"),
                            () -> {
                                at.column.type = text;
                                at.column.values = at.table.rows == 0 ? at.column.values : RandomColumn.Values.OTHER;
                            });
                });
    }

    private Optional<RandomMove> makeNotNull() {
        return pick(column -> column.nullable && !column.isGenerated)
                .filter(at -> at.table.rows == 0
                        || at.column.values == RandomColumn.Values.OWN
                        || at.column.values == RandomColumn.Values.ALIKE)
                .map(at -> new RandomMove(
                        Operations.changeNullable(at.table.name, at.column.name, false),
                        () -> at.column.nullable = false));
    }

    private Optional<RandomMove> makeNullable() {
        return pick(column -> !column.nullable && !column.isIdentity && !column.isGenerated)
                .filter(at -> at.table.partsOf(at.column).noneMatch(part -> part.kind() == Kind.PRIMARY_KEY))
                .map(at -> new RandomMove(Operations.changeNullable(at.table.name, at.column.name, true), () -> {
                    at.column.nullable = true;
                    at.column.isAwaited = true;
                }));
    }

    private Optional<RandomMove> setDefault() {
        return pick(column -> !column.isIdentity && !column.isGenerated)
                .filter(at -> at.table.partsOf(at.column).noneMatch(part -> part.kind() == Kind.FOREIGN_KEY))
                .map(at -> new RandomMove(
                        Operations.changeDefault(at.table.name, at.column.name, at.column.type.byDefault()),
                        () -> at.column.hasDefault = true));
    }

    private Optional<RandomMove> dropDefault() {
        return pick(column -> column.hasDefault)
                .map(at -> new RandomMove(
                        Operations.dropDefault(at.table.name, at.column.name), () -> at.column.hasDefault = false));
    }

    private Optional<Place> pick(Predicate<RandomColumn> wanted) {
        return schema.anyTable()
                .flatMap(table -> schema.any(
                                table.columns.stream().filter(wanted).toList())
                        .map(column -> new Place(table, column)));
    }

    private record Place(RandomTable table, RandomColumn column) {}
}
