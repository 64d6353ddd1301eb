package dev.palindrome.spi.catalogue;

/**
 * Something that no operation touches, such as a function: read so that catalogues can be compared.
 *
 * @param name its name
 * @param kind what the database calls it, in lower case: {@code function}
 * @param definition how the database describes it
 * @since 0.1
 */
public record OtherObject(ObjectName name, String kind, String definition) implements SchemaObject {}
