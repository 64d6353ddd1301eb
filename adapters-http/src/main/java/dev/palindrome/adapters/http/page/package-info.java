/**
 * Serves the files of the page, which lie beside the classes of this package. It is a small client of the same API: modules
 * that browsers read as they are written, with no framework and no build step to learn, beginning at {@code main.js}. It is
 * no HTML from the server, because a run is watched live and a plan is pointed at on the timeline, which takes scripts
 * anyhow; this way there is one way to ask the engine, everything is an element with text, never markup, and the
 * Content-Security-Policy can forbid all the rest. {@code assets.txt} lists what is served.
 */
@NullMarked
package dev.palindrome.adapters.http.page;

import org.jspecify.annotations.NullMarked;
