package dev.palindrome.adapters.http.door;

import dev.palindrome.application.configuration.ServerSettings.Role;
import java.util.Optional;

/**
 * Whoever sent a request, once the door let them in.
 *
 * @param token whose token it was; empty if nobody needs one
 * @param role what they may do
 */
record Caller(Optional<String> token, Role role) {
    static final Caller LOCAL = new Caller(Optional.empty(), Role.OPERATOR);

    static Caller withToken(String name, Role role) {
        return new Caller(Optional.of(name), role);
    }

    /** {@return what the log calls them} */
    String name() {
        return token.orElse("local");
    }
}
