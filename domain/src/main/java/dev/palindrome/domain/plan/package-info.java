/**
 * Plans: which migrations would run, in which direction and order, with which statements and transactions. Making a plan
 * changes nothing. Begin with {@link dev.palindrome.domain.plan.Plan}, then the {@link dev.palindrome.domain.plan.Planner} of
 * each command. {@link dev.palindrome.domain.plan.Reversals} decides what takes a migration back, its pack or the history.
 */
@NullMarked
package dev.palindrome.domain.plan;

import org.jspecify.annotations.NullMarked;
