/** A program that serves migrations over HTTP: {@link dev.palindrome.examples.httponly.Server}. */
@NullMarked
package dev.palindrome.examples.httponly;

import org.jspecify.annotations.NullMarked;
