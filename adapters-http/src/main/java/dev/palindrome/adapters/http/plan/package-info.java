/**
 * Computes plans and shows them, and remembers them by their hashes; runs nothing. Begin with
 * {@link dev.palindrome.adapters.http.plan.PlansResource}; {@link dev.palindrome.adapters.http.plan.Plans} leads from an
 * approval back to what was asked for.
 */
@NullMarked
package dev.palindrome.adapters.http.plan;

import org.jspecify.annotations.NullMarked;
