package dev.palindrome.spi.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A type whose values are listed.
 *
 * @param name its name
 * @param values in their order
 * @param comment its comment
 * @since 0.1
 */
public record EnumType(ObjectName name, List<String> values, Optional<String> comment) implements SchemaObject {

    /**
     * Guards the record.
     *
     * @param name its name
     * @param values copied
     * @param comment its comment
     */
    public EnumType {
        values = List.copyOf(values);
    }
}
