/** The codes of the problems that the engine finds: one class, {@link dev.palindrome.domain.problem.Codes}. */
@NullMarked
package dev.palindrome.domain.problem;

import org.jspecify.annotations.NullMarked;
