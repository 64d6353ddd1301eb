package dev.palindrome.spi.operation;

/**
 * A value of a row that the database computes.
 *
 * @param sql an SQL expression
 * @since 0.1
 */
@Property("a value that the database computes")
public record Expression(
        @Property(value = "an SQL expression", bare = true) String sql) {}
