package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.Optional;

/**
 * An operation that changes rows in a way that only its author can take back.
 *
 * @since 0.1
 */
public interface RowChange extends SchemaOperation, OnTable {

    /** {@return the statements that take it back, or "none needed"} */
    Optional<String> backwards();

    /** {@return why there is no way back, in place of one} */
    Optional<String> irreversible();

    /** {@return where the way back was written} */
    Location location();

    @Override
    default Reversal reversal(Dialect dialect, Catalogue before) {
        return Back.of(backwards(), irreversible(), location());
    }

    /** Rows are nothing that a catalogue knows. */
    @Override
    default void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.table(on());
    }
}
