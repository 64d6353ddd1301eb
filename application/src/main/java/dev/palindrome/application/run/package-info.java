/**
 * What runs need of the world: waiting for the lock, files, the log. Begin with {@link
 * dev.palindrome.application.run.RunModule}, which binds it all.
 */
@NullMarked
package dev.palindrome.application.run;

import org.jspecify.annotations.NullMarked;
