/** Takes over the histories of other tools. */
@NullMarked
package dev.palindrome.application.adopt;

import org.jspecify.annotations.NullMarked;
