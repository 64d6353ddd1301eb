/**
 * What a plan puts at stake: which tables, columns and rows its steps would take away for good, and how many. Begin with
 * {@link dev.palindrome.domain.stakes.Reckoning}.
 */
@NullMarked
package dev.palindrome.domain.stakes;

import org.jspecify.annotations.NullMarked;
