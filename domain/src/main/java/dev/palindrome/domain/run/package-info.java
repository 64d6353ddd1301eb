/**
 * Running a plan: the lock, the transactions, the history writes, and whoever watches. Begin with
 * {@link dev.palindrome.domain.run.PlanExecution}.
 */
@NullMarked
package dev.palindrome.domain.run;

import org.jspecify.annotations.NullMarked;
