/**
 * Plans: which migrations would run, in which direction and order, with which statements and transactions. Making a plan
 * changes nothing. Begin with {@link dev.palindrome.domain.plan.Plan}, then its two planners.
 */
@NullMarked
package dev.palindrome.domain.plan;

import org.jspecify.annotations.NullMarked;
