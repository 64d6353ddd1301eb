package dev.palindrome.testkit;

import dev.palindrome.spi.operation.CreateTable;
import dev.palindrome.spi.operation.InsertRows;
import dev.palindrome.spi.operation.NewColumn;
import dev.palindrome.spi.operation.Operations;
import dev.palindrome.testkit.RandomColumn.Values;
import dev.palindrome.testkit.RandomTable.Kind;
import dev.palindrome.testkit.RandomTable.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random operations on whole tables, and rows. */
final class RandomTableMoves {
    private static final int MOST_ROWS = 28;

    private final RandomSchema schema;
    private final RandomColumnMoves columns;

    RandomTableMoves(RandomSchema schema, RandomColumnMoves columns) {
        this.schema = schema;
        this.columns = columns;
    }

    List<Supplier<Optional<RandomMove>>> all() {
        return List.of(this::create, this::drop, this::rename, this::comment, this::insert, this::insert);
    }

    Optional<RandomMove> create() {
        RandomTable table = new RandomTable(schema.newName("t"));
        List<NewColumn> made = new ArrayList<>();
        int count = 1 + schema.random.nextInt(5);
        boolean identity = schema.chance(30);
        if (identity) {
            RandomColumn id = new RandomColumn(schema.newName("id"), RandomType.of("bigint"));
            id.isIdentity = true;
            id.nullable = false;
            table.columns.add(id);
            table.parts.add(Part.of(Kind.PRIMARY_KEY, "", List.of(id)));
            made.add(Operations.column(id.name, "bigint").asIdentity().asPrimaryKey());
        }
        for (int i = 0; i < count; i++) {
            RandomColumn column = new RandomColumn(schema.newName("c"), RandomType.any(schema.random));
            made.add(columns.draw(table, column, table.parts));
            table.columns.add(column);
        }
        CreateTable create = Operations.createTable(table.name, made.toArray(NewColumn[]::new));
        List<RandomColumn> key = schema.some(
                table.columns.stream()
                        .filter(column -> column.type.comparable())
                        .toList(),
                2);
        if (!identity && !key.isEmpty() && !RandomKeyMoves.isKey(table, key) && schema.chance(80)) {
            create = create.primaryKey(table.names(key).toArray(String[]::new));
            table.parts.add(Part.of(Kind.PRIMARY_KEY, "", key));
            key.forEach(column -> column.nullable = false);
        }
        if (schema.chance(10)) {
            create = create.comment("it's " + table.name);
        }
        return Optional.of(new RandomMove(create, () -> schema.tables.add(table)));
    }

    private Optional<RandomMove> drop() {
        return schema.anyTable()
                .filter(table -> schema.tables.size() > 1 && table.views == 0)
                .filter(table -> table.rows == 0 || !table.isAwaited)
                .filter(table -> !schema.isReferredTo(table))
                .map(table -> new RandomMove(Operations.dropTable(table.name), () -> schema.tables.remove(table)));
    }

    private Optional<RandomMove> rename() {
        return schema.anyTable().filter(table -> table.views == 0).map(table -> {
            String to = schema.newName("t");
            return new RandomMove(Operations.renameTable(table.name, to), () -> table.name = to);
        });
    }

    private Optional<RandomMove> comment() {
        return schema.anyTable().map(table -> {
            String text = schema.newName("it's a comment ");
            return new RandomMove(
                    schema.any(table.columns)
                            .filter(column -> schema.chance(70))
                            .map(column -> Operations.comment(table.name, column.name, text))
                            .orElseGet(() -> Operations.comment(table.name, text)),
                    () -> {});
        });
    }

    /** One to three rows, found again by their key. */
    private Optional<RandomMove> insert() {
        return schema.any(schema.tables.stream().filter(this::takesRows).toList())
                .map(table -> {
                    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
                    List<RandomColumn> empty = new ArrayList<>();
                    int count = Math.min(1 + schema.random.nextInt(3), MOST_ROWS - table.rows);
                    for (RandomColumn column : table.columns) {
                        boolean refers = table.partsOf(column).anyMatch(part -> part.kind() == Kind.FOREIGN_KEY);
                        if (column.nullable && (refers || schema.chance(15))) {
                            empty.add(column);
                        }
                    }
                    for (int i = 1; i <= count; i++) {
                        Map<String, @Nullable Object> row = new LinkedHashMap<>();
                        for (RandomColumn column : table.columns) {
                            if (!column.isGenerated) {
                                row.put(
                                        column.name,
                                        empty.contains(column)
                                                ? null
                                                : column.type.value().apply(table.rows + i));
                            }
                        }
                        rows.add(row);
                    }
                    return new RandomMove(new InsertRows(Optional.empty(), table.name, rows, List.of()), () -> {
                        table.columns.forEach(
                                column -> column.values = after(column, table.rows, empty.contains(column)));
                        table.rows += count;
                    });
                });
    }

    /** A row needs a key by which it is found, and must not need a row of another table that may not be there. */
    private boolean takesRows(RandomTable table) {
        return table.rows < MOST_ROWS - 3
                && table.primaryKey()
                        .filter(key -> table.rows == 0 || key.columns().stream().allMatch(c -> c.values == Values.OWN))
                        .isPresent()
                && table.parts(Kind.FOREIGN_KEY)
                        .flatMap(part -> part.columns().stream())
                        .allMatch(column -> column.nullable);
    }

    private static Values after(RandomColumn column, int rowsBefore, boolean empty) {
        Values added = empty ? Values.NONE : Values.OWN;
        if (rowsBefore == 0 || column.values == added) {
            return added;
        }
        return column.values == Values.ALIKE || column.values == Values.OTHER ? Values.OTHER : Values.SOME;
    }
}
