/**
 * What keeps the server, and the database behind it, from being overrun: how much is taken on, who waits for whose turn,
 * and what is asked once for all. Begin with {@link dev.palindrome.adapters.http.load.Limits} and
 * {@link dev.palindrome.adapters.http.load.Turns}.
 */
@NullMarked
package dev.palindrome.adapters.http.load;

import org.jspecify.annotations.NullMarked;
