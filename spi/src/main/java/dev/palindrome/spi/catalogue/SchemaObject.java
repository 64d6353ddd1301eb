package dev.palindrome.spi.catalogue;

/**
 * Something in a database that has a name of its own.
 *
 * @since 0.1
 */
public sealed interface SchemaObject permits Table, View, Sequence, EnumType, OtherObject {

    /** {@return its name} */
    ObjectName name();
}
