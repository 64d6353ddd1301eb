/**
 * The HTTP front end. Begin with {@code Routes}, which lists what it answers; each resource is a class of its own.
 * {@code Statuses} is the one table from what went wrong to an HTTP status, {@code Door} decides who may come in, and
 * {@code Runs} executes approved plans, which {@code EventStreams} shows as they go. Programs that embed the engine start a
 * server with {@link dev.palindrome.adapters.http.PalindromeHttp}.
 */
@NullMarked
package dev.palindrome.adapters.http;

import org.jspecify.annotations.NullMarked;
