/**
 * What was applied, as an immutable view in the order in which it ran: {@link dev.palindrome.domain.history.History}. What it
 * keeps of reversals and of the journal is opened by a {@link dev.palindrome.domain.history.HistorySeal}.
 */
@NullMarked
package dev.palindrome.domain.history;

import org.jspecify.annotations.NullMarked;
