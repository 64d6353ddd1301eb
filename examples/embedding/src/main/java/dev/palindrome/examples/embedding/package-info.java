/** A program that migrates its own database: {@link dev.palindrome.examples.embedding.Application}. */
@NullMarked
package dev.palindrome.examples.embedding;

import org.jspecify.annotations.NullMarked;
