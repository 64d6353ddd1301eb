package dev.palindrome.domain.run;

import dev.palindrome.spi.Lock;
import dev.palindrome.spi.Session;

/**
 * Keeps a runner that has lost its lock from writing anything more: it may have been paused without noticing.
 *
 * @param lock what makes it the one runner
 * @param session on which it works
 */
public record Fence(Lock lock, Session session) {

    /** Goes on if the lock is still held; asks nothing where the lock can't be lost while the session lives. */
    public void require() {
        lock.fence().ifPresent(fence -> {
            if (session.execute(fence) != 1) {
                throw new IllegalStateException("The lock is lost: this runner was paused or cut off for so long that "
                        + "another may be at work. It stops here");
            }
        });
    }
}
