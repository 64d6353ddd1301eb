package dev.palindrome.spi.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * An index that no constraint made.
 *
 * @param name its name
 * @param columns the columns that it involves, also within expressions
 * @param definition the statement that makes it
 * @param comment its comment
 * @since 0.1
 */
public record Index(String name, List<String> columns, String definition, Optional<String> comment) {

    /**
     * Guards the record.
     *
     * @param name its name
     * @param columns copied
     * @param definition the statement that makes it
     * @param comment its comment
     */
    public Index {
        columns = List.copyOf(columns);
    }
}
