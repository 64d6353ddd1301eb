package dev.palindrome.spi;

import java.util.List;

/**
 * One change in a migration. Written by pack authors, compiled by the engine for the database at hand when a plan is made;
 * compiling runs nothing.
 *
 * @since 0.1
 */
public interface Operation {

    /**
     * Says what this operation runs on a database of that dialect.
     *
     * @param dialect the dialect of the database at hand
     * @return the instructions in order; empty when there is nothing to do
     * @throws ProblemException if the operation can't be expressed in that dialect
     */
    List<Instruction> compile(Dialect dialect);

    /** {@return a text that changes when, and only when, the operation's meaning does; part of the migration's checksum} */
    String fingerprint();
}
