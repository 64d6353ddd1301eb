package dev.palindrome.adapters.http.door;

import dev.palindrome.application.configuration.ServerSettings.Role;

/** Who may call a route. */
public enum Access {
    /** Anybody, without a token: what says nothing of the database. */
    ANYBODY,
    /** Whoever may read and preview. */
    VIEWER,
    /** Whoever may run plans. */
    OPERATOR;

    /** {@return whether that role is enough} */
    boolean allows(Role role) {
        return this != OPERATOR || role == Role.OPERATOR;
    }
}
