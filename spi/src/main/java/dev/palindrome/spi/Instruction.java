package dev.palindrome.spi;

/**
 * What a step runs: a {@link Statement} or {@link JavaCode}. Made by {@link Operation#compile}.
 *
 * @since 0.1
 */
public sealed interface Instruction permits Statement, JavaCode {

    /** {@return what is shown for it: the SQL, or a comment that names the code} */
    String text();

    /**
     * Shows it as a person can read it and, if it is SQL, run it.
     *
     * @param dialect the dialect of the database at hand
     * @return its text, with values in their places
     */
    String inline(Dialect dialect);

    /** {@return where it was written} */
    Location location();

    /** {@return how it stands to transactions} */
    StatementKind kind();
}
