/**
 * How compiled reversals stand in the history: a line that seals them, then JSON. Begin with
 * {@link dev.palindrome.application.reversal.JsonSeal}.
 */
@NullMarked
package dev.palindrome.application.reversal;

import org.jspecify.annotations.NullMarked;
