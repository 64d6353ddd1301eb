package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows. It goes back by the SQL that is given.
 *
 * @since 0.1
 */
@Property("Changes rows. It goes back by the SQL that is given.")
public record UpdateRows(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,

        @Property("the new values by column: texts, numbers, truth values, nulls, or {sql: expression}")
        Map<String, @Nullable Object> set,

        @Property("which rows, an SQL condition; all if there is none")
        Optional<String> where,

        @Property("the statements that take it back, or: none needed")
        Optional<String> backwards,

        @Property(value = "why there is no way back, in place of one", insteadOf = "backwards")
        Optional<String> irreversible,

        @Property(value = "where the way back was written", hidden = true, placeOf = "backwards")
        Location location)
        implements RowChange {

    /** Copies the map. */
    public UpdateRows {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    }

    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        return List.of(
                Statement.of("UPDATE " + dialect.name(on()) + " SET " + new Rows(dialect, on(), before).assignments(set)
                        + where.map(condition -> " WHERE " + condition).orElse("")));
    }
}
