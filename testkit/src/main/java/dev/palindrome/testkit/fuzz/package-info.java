/**
 * Wild inputs for whatever reads a text that people write: splitters, file formats. {@link
 * dev.palindrome.testkit.fuzz.ByteFuzzing} makes them of bytes, watches the reader, and shows the smallest one that it stumbles
 * over. {@link dev.palindrome.testkit.fuzz.SplitterContract} mixes the pieces of a dialect, and {@link
 * dev.palindrome.testkit.fuzz.ClientContract} compares with what the database's own client makes of a random script.
 */
@NullMarked
package dev.palindrome.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
