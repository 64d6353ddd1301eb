/**
 * Decides who comes in, by token, by session, or by being on this machine, and what they may do there. Begin with
 * {@link dev.palindrome.adapters.http.door.Door}, then its two kinds, {@code TokenDoor} and {@code LocalDoor}; further in,
 * {@link dev.palindrome.adapters.http.door.Visit} knows who is behind a request.
 */
@NullMarked
package dev.palindrome.adapters.http.door;

import org.jspecify.annotations.NullMarked;
