/**
 * A migration pack in Java: who manages which band, where the bands play, and the tickets that are sold. Begin reading at
 * {@link dev.palindrome.examples.music.MusicPack}.
 */
@NullMarked
package dev.palindrome.examples.music;

import org.jspecify.annotations.NullMarked;
