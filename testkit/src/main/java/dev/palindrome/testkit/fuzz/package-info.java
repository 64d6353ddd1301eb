/**
 * Wild inputs for whatever reads a text that people write: splitters, file formats. {@link
 * dev.palindrome.testkit.fuzz.ByteFuzzing} makes them, watches the reader, and shows the smallest one that it stumbles over.
 */
@NullMarked
package dev.palindrome.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
