/**
 * Runs approved plans and shows them as they go. Begin with {@link dev.palindrome.adapters.http.run.Runs}: a {@code Run}
 * writes what happens into its {@code EventLog}, which any number of clients read as {@code EventStream}s. A run that
 * nobody here remembers is read off the history: {@code RunId} says which migrations it was about, {@code Traces} what
 * became of them.
 */
@NullMarked
package dev.palindrome.adapters.http.run;

import org.jspecify.annotations.NullMarked;
