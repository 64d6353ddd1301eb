package dev.palindrome.spi;

import java.util.List;

/**
 * What takes a migration back, or one operation of it: given, derived or absent; never silently empty.
 *
 * @since 0.1
 */
public sealed interface Reversal {

    /** {@return what it runs, in order; empty unless it was given or derived} */
    default List<Operation> operations() {
        return List.of();
    }

    /**
     * A reversal that the author wrote.
     *
     * @param operations what to run, in order
     * @since 0.1
     */
    record Given(List<Operation> operations) implements Reversal {
        /**
         * Guards the record.
         *
         * @param operations copied
         */
        public Given {
            operations = List.copyOf(operations);
        }
    }

    /**
     * A reversal that an operation derived from itself and the catalogue.
     *
     * @param operations what to run, in order
     * @param requirements what the data must be like for it to succeed
     * @since 0.1
     */
    record Derived(List<Operation> operations, List<Requirement> requirements) implements Reversal {
        /**
         * Guards the record.
         *
         * @param operations copied
         * @param requirements copied
         */
        public Derived {
            operations = List.copyOf(operations);
            requirements = List.copyOf(requirements);
        }

        /**
         * A reversal that succeeds whatever the data.
         *
         * @param operations what to run, in order
         * @return the reversal
         */
        public static Derived of(Operation... operations) {
            return new Derived(List.of(operations), List.of());
        }
    }

    /**
     * The reversals of the migration's operations, the last one first. Each operation says when it runs what takes it back.
     *
     * @since 0.1
     */
    record Mirrored() implements Reversal {}

    /**
     * The author says that there is nothing to reverse, for instance after an ANALYZE.
     *
     * @since 0.1
     */
    record NotNeeded() implements Reversal {}

    /**
     * There is no reversal. A backwards plan that needs it is refused whole.
     *
     * @param reason why, for the refusal: {@code "there is no file 3_x.down.sql"}
     * @since 0.1
     */
    record Absent(String reason) implements Reversal {}
}
