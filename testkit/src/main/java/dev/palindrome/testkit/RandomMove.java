package dev.palindrome.testkit;

import dev.palindrome.spi.Operation;

/**
 * An operation that may come next, and what it makes of the schema if the database knows such operations.
 *
 * @param operation what to run
 * @param effect what it changes
 */
record RandomMove(Operation operation, Runnable effect) {}
