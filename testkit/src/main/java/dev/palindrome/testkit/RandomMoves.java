package dev.palindrome.testkit;

import dev.palindrome.spi.Dialect;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** A random sequence of operations, each valid for the schema that those before it made. */
final class RandomMoves implements Iterator<RandomMove> {
    private final RandomSchema schema;
    private final RandomTableMoves tables;
    private final List<Supplier<Optional<RandomMove>>> kinds = new ArrayList<>();
    private int left;

    RandomMoves(Random random, TestDatabase database, int length) {
        Dialect dialect = database.adapter().dialect();
        this.schema = new RandomSchema(random, database::oddName);
        this.left = length;
        RandomColumnMoves columns = new RandomColumnMoves(schema, dialect);
        this.tables = new RandomTableMoves(schema, columns);
        kinds.addAll(tables.all());
        kinds.addAll(columns.all());
        kinds.addAll(new RandomKeyMoves(schema, dialect, columns).all());
        kinds.addAll(new RandomOtherMoves(schema, dialect).all());
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    /** The first ones make tables; then any kind is as likely as another. */
    @Override
    public RandomMove next() {
        left--;
        if (schema.tables.size() < 2) {
            return tables.create().orElseThrow();
        }
        while (true) {
            Optional<RandomMove> move =
                    kinds.get(schema.random.nextInt(kinds.size())).get();
            if (move.isPresent()) {
                return move.get();
            }
        }
    }
}
