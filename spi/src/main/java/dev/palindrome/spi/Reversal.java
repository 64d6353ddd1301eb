package dev.palindrome.spi;

import java.util.List;

/**
 * The backwards half of a migration. Given by the author or absent; never silently empty.
 *
 * @since 0.1
 */
public sealed interface Reversal {

    /** {@return what it runs, in order; empty unless it was given} */
    List<Operation> operations();

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
     * The author says that there is nothing to reverse, for instance after an ANALYZE.
     *
     * @since 0.1
     */
    record NotNeeded() implements Reversal {
        @Override
        public List<Operation> operations() {
            return List.of();
        }
    }

    /**
     * There is no reversal. A backwards plan that needs it is refused whole.
     *
     * @param reason why, for the refusal: {@code "there is no file 3_x.down.sql"}
     * @since 0.1
     */
    record Absent(String reason) implements Reversal {
        @Override
        public List<Operation> operations() {
            return List.of();
        }
    }
}
