package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;

/**
 * An operation that authors write and that means another one, which dialects render.
 *
 * @since 0.1
 */
public interface TableShorthand extends TableOperation {

    /**
     * Says what is meant.
     *
     * @param dialect the dialect of the database at hand
     * @return the operation that does it
     */
    TableOperation meaning(Dialect dialect);

    @Override
    default List<Instruction> compile(Dialect dialect, Catalogue before) {
        return meaning(dialect).compile(dialect, before);
    }

    @Override
    default Reversal reversal(Dialect dialect, Catalogue before) {
        return meaning(dialect).reversal(dialect, before);
    }

    @Override
    default Table altered(Dialect dialect, Table before) {
        return meaning(dialect).altered(dialect, before);
    }
}
