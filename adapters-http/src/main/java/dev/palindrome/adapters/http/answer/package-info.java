/**
 * What every answer is made of: JSON, and problems as RFC 9457 wants them. {@code Statuses} is the one table from what went
 * wrong to an HTTP status. Begin with {@link dev.palindrome.adapters.http.answer.HttpFailure}, which ends a request with a
 * problem.
 */
@NullMarked
package dev.palindrome.adapters.http.answer;

import org.jspecify.annotations.NullMarked;
