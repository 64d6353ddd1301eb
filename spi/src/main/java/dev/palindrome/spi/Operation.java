package dev.palindrome.spi;

import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.MissingObjectException;
import dev.palindrome.spi.catalogue.UnforeseenException;
import java.util.List;
import java.util.Set;

/**
 * One change in a migration. Written by pack authors; asked by the engine what it runs and what takes it back, once when a
 * plan is made, with the catalogue that the plan foresees, and again just before it runs, with the live one. None of these
 * methods changes the database.
 *
 * <p>The typed operations are in {@link dev.palindrome.spi.operation}. A pack may bring operations of its own.
 *
 * @since 0.1
 */
public interface Operation {

    /**
     * Says what this operation runs on a database of that dialect.
     *
     * @param dialect the dialect of the database at hand
     * @param before what the database looks like just before; whoever needn't know doesn't ask it
     * @return the instructions in order; empty when there is nothing to do
     * @throws ProblemException if the operation can't be expressed in that dialect
     * @throws MissingObjectException if something isn't there that it needs
     * @throws UnforeseenException if that can only be known when it runs
     */
    List<Instruction> compile(Dialect dialect, Catalogue before);

    /**
     * Says what takes this operation back. Its operations are compiled with the catalogue as it is just after this one.
     *
     * @param dialect the dialect of the database at hand
     * @param before what the database looks like just before this operation
     * @return by default {@link Reversal.Absent}
     * @throws MissingObjectException if something isn't there that it needs
     * @throws UnforeseenException if that can only be known when it runs
     */
    default Reversal reversal(Dialect dialect, Catalogue before) {
        return new Reversal.Absent(
                "the operation '" + getClass().getSimpleName() + "' does not say how to take it back");
    }

    /**
     * Tells a plan what the database will look like after this operation.
     *
     * @param dialect the dialect of the database at hand
     * @param catalogue what the database looks like just before; by default it is told to forget all it knows
     * @throws MissingObjectException if something isn't there that it needs
     */
    default void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.forget();
    }

    /** {@return a text that changes when, and only when, the operation's meaning does; part of the migration's checksum} */
    String fingerprint();

    /**
     * Names what stands in its statements and isn't for everybody's eyes, such as a password from the environment. Previews,
     * progress and answers show asterisks in its place; what runs, and what the history stores of it, has it.
     *
     * @return texts as they stand in the statements; by default none
     */
    default Set<String> secrets() {
        return Set.of();
    }
}
