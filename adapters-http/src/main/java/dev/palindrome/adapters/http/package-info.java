/**
 * The HTTP front end. Begin with {@code Routes}, which lists what it answers; each resource is a class of its own.
 * {@code Statuses} is the one table from what went wrong to an HTTP status, {@code Door} decides who may come in, and
 * {@code Runs} executes approved plans, which {@code EventStreams} shows as they go. Programs that embed the engine start a
 * server with {@link dev.palindrome.adapters.http.PalindromeHttp}.
 *
 * <p>The page is a small client of the same API, in the resource folder {@code page}: modules that browsers read as they are
 * written, with no framework and no build step to learn, beginning at {@code main.js}. It is no HTML from the server, because a
 * run is watched live and a plan is pointed at on the timeline, which takes scripts anyhow; this way there is one way to ask
 * the engine, everything is an element with text, never markup, and the Content-Security-Policy can forbid all the rest.
 * {@code assets.txt} lists what is served.
 */
@NullMarked
package dev.palindrome.adapters.http;

import org.jspecify.annotations.NullMarked;
