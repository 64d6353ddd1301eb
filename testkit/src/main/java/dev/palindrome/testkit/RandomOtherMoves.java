package dev.palindrome.testkit;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.operation.CreateSequence;
import dev.palindrome.spi.operation.Operations;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Random operations on views and sequences. */
final class RandomOtherMoves {
    private final RandomSchema schema;
    private final Dialect dialect;

    RandomOtherMoves(RandomSchema schema, Dialect dialect) {
        this.schema = schema;
        this.dialect = dialect;
    }

    List<Supplier<Optional<RandomMove>>> all() {
        return List.of(this::createView, this::replaceView, this::dropView, this::createSequence, this::dropSequence);
    }

    private String query(RandomTable table) {
        List<String> columns = schema.some(table.columns, 3).stream()
                .map(column -> dialect.name(column.name))
                .toList();
        return "SELECT " + String.join(", ", columns) + " FROM " + dialect.name(table.name);
    }

    private Optional<RandomMove> createView() {
        return schema.anyTable().map(table -> {
            String name = schema.newName("v");
            return new RandomMove(Operations.createView(name, query(table)), () -> {
                schema.views.add(new RandomSchema.View(name, table));
                table.views++;
            });
        });
    }

    private Optional<RandomMove> replaceView() {
        return schema.any(schema.views)
                .map(view -> new RandomMove(Operations.replaceView(view.name(), query(view.table())), () -> {}));
    }

    private Optional<RandomMove> dropView() {
        return schema.any(schema.views)
                .map(view -> new RandomMove(Operations.dropView(view.name()), () -> {
                    schema.views.remove(view);
                    view.table().views--;
                }));
    }

    private Optional<RandomMove> createSequence() {
        String name = schema.newName("s");
        CreateSequence plain = Operations.createSequence(name);
        CreateSequence create = schema.chance(50)
                ? plain
                : new CreateSequence(Optional.empty(), name, Optional.of(7L), Optional.of(3L));
        return Optional.of(new RandomMove(create, () -> schema.sequences.add(name)));
    }

    private Optional<RandomMove> dropSequence() {
        return schema.any(schema.sequences)
                .map(name -> new RandomMove(Operations.dropSequence(name), () -> schema.sequences.remove(name)));
    }
}
