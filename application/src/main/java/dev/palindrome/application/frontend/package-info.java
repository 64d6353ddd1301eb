/** The door for front ends: what serves users other than through the embedding API. */
@NullMarked
package dev.palindrome.application.frontend;

import org.jspecify.annotations.NullMarked;
