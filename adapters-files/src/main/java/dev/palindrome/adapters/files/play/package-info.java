/**
 * Folders written for Play Evolutions, and the history that it keeps, which has the scripts themselves. Begin with {@code
 * PlayReader}; {@code Evolution} is one of its scripts, {@code Pieces} cuts a half into statements as Play does.
 */
@NullMarked
package dev.palindrome.adapters.files.play;

import org.jspecify.annotations.NullMarked;
