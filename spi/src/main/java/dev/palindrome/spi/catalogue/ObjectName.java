package dev.palindrome.spi.catalogue;

import java.util.Optional;

/**
 * The name of something in a database, in its written form.
 *
 * @param schema the schema; empty means the one in which unqualified names are found
 * @param name the name in it
 * @since 0.1
 */
public record ObjectName(Optional<String> schema, String name) {

    /**
     * A name without a schema.
     *
     * @param name the name
     * @return the name
     */
    public static ObjectName of(String name) {
        return new ObjectName(Optional.empty(), name);
    }

    /**
     * Another name in the same schema.
     *
     * @param other a name
     * @return the other's name
     */
    public ObjectName sibling(String other) {
        return new ObjectName(schema, other);
    }

    /** {@return {@code schema.name}, or the name alone} */
    @Override
    public String toString() {
        return schema.map(s -> s + ".").orElse("") + name;
    }
}
