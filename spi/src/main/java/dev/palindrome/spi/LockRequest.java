package dev.palindrome.spi;

/**
 * Which lock is wanted, and for whom.
 *
 * @param table the history that only one runner may write; two histories in one database have two locks
 * @param holder who asks, in words for people: user, host and process
 * @since 0.1
 */
public record LockRequest(HistoryTable table, String holder) {}
