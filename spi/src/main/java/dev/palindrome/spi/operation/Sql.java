package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;

/**
 * Runs SQL of the database's own, with the reversal that its author gives.
 *
 * @since 0.1
 */
@Property("Runs SQL of the database's own, with the reversal that is given.")
public record Sql(
        @Property(value = "the statements", shorthand = true)
        String forwards,

        @Property("the statements that take them back, or: none needed")
        Optional<String> backwards,

        @Property(value = "why there is no way back, in place of one", insteadOf = "backwards")
        Optional<String> irreversible,

        @Property(value = "where the statements were written", hidden = true, placeOf = "forwards")
        Location location,

        @Property(value = "where the way back was written", hidden = true, placeOf = "backwards")
        Location backwardsLocation)
        implements Operation {

    /**
     * SQL whose two halves were written in one place.
     *
     * @param forwards the statements
     * @param backwards the statements that take them back, or: none needed
     * @param irreversible why there is no way back, in place of one
     * @param location where they were written
     */
    public Sql(String forwards, Optional<String> backwards, Optional<String> irreversible, Location location) {
        this(forwards, backwards, irreversible, location, location);
    }

    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        return new SqlScript(forwards, location).compile(dialect, before);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Back.of(backwards, irreversible, backwardsLocation);
    }

    @Override
    public String fingerprint() {
        return "Sql{" + forwards + "}";
    }
}
