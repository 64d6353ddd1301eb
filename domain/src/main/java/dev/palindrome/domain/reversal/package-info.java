/**
 * Reversals that live in the database: what a migration's reversal was when it ran, compiled, so that it can be taken back
 * without its pack. A {@link dev.palindrome.domain.reversal.ReversalBuilder} makes one while a plan is made or a step runs, a
 * {@link dev.palindrome.domain.history.HistorySeal} keeps it in the history, safe from changes.
 */
@NullMarked
package dev.palindrome.domain.reversal;

import org.jspecify.annotations.NullMarked;
