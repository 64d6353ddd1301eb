package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.List;

/**
 * A typed operation: a record that dialects render. Implemented here; packs implement {@link Operation}.
 *
 * @since 0.1
 */
public interface SchemaOperation extends Operation {

    @Override
    default List<Instruction> compile(Dialect dialect, Catalogue before) {
        return dialect.render(this, before);
    }

    @Override
    default String fingerprint() {
        return Fingerprint.of((Record) this);
    }
}
