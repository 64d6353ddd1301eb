/**
 * Other tools run as they are, on real databases, and Palindrome adopts what they leave. Begin with {@code Takeover}, which is
 * what each of them goes through. Formats that are not here have tools that no package registry has: their histories are read from
 * tables as documented, in the application's tests.
 */
@NullMarked
package dev.palindrome.foreigntools;

import org.jspecify.annotations.NullMarked;
