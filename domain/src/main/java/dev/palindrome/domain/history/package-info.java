/**
 * What was applied, as an immutable view in the order in which it ran. One class:
 * {@link dev.palindrome.domain.history.History}.
 */
@NullMarked
package dev.palindrome.domain.history;

import org.jspecify.annotations.NullMarked;
