package dev.palindrome.adapters.http.door;

import dev.palindrome.application.configuration.ServerSettings.Role;

/**
 * Whoever sent a request, once the door let them in.
 *
 * @param name whose token it was, for the log
 * @param role what they may do
 */
record Caller(String name, Role role) {}
