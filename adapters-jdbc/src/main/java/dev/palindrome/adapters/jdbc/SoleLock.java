package dev.palindrome.adapters.jdbc;

import dev.palindrome.spi.Lock;

/**
 * The lock of a database that nobody else can reach.
 *
 * @param holder who has it
 */
public record SoleLock(String holder) implements Lock {
    @Override
    public void close() {
        // there is nobody to let in
    }
}
