/** What runs need of the world: waiting for the lock, files, the log. */
@NullMarked
package dev.palindrome.application.run;

import org.jspecify.annotations.NullMarked;
