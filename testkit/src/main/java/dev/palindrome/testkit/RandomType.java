package dev.palindrome.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * A type of a random column.
 *
 * @param sql its name
 * @param comparable whether it can be in keys and indexes on every database
 * @param value what the row with that number has, another one for each row up to 28
 * @param byDefault an SQL expression that no row's value equals
 * @param wider the type that takes all its values
 */
record RandomType(String sql, boolean comparable, IntFunction<Object> value, String byDefault, Optional<String> wider) {
    private static final List<RandomType> ALL = List.of(
            new RandomType("smallint", true, i -> i, "0", Optional.of("integer")),
            new RandomType("integer", true, i -> i, "0", Optional.of("bigint")),
            new RandomType("bigint", true, i -> i, "0", Optional.empty()),
            new RandomType("numeric(10,2)", true, i -> i, "0", Optional.of("numeric(14,2)")),
            new RandomType("numeric(14,2)", true, i -> i, "0", Optional.empty()),
            new RandomType("varchar(12)", true, i -> "r" + i, "'it''s'", Optional.of("varchar(40)")),
            new RandomType("varchar(40)", true, i -> "r" + i, "'it''s'", Optional.empty()),
            new RandomType("char(4)", true, i -> "r" + i, "'none'", Optional.of("varchar(12)")),
            new RandomType("date", true, i -> "2026-01-%02d".formatted(i), "'2025-12-31'", Optional.empty()),
            new RandomType(
                    "timestamp",
                    true,
                    i -> "2026-01-01 00:00:%02d".formatted(i),
                    "CURRENT_TIMESTAMP",
                    Optional.empty()),
            new RandomType("text", false, i -> "r" + i, "'it''s'", Optional.empty()),
            new RandomType("boolean", false, i -> i % 2 == 0, "true", Optional.empty()));

    static RandomType any(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    static RandomType of(String sql) {
        return ALL.stream().filter(type -> type.sql.equals(sql)).findFirst().orElseThrow();
    }

    boolean isNumber() {
        return value.apply(1) instanceof Integer;
    }
}
