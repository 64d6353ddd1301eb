package dev.palindrome.application.configuration;

import java.util.List;

/**
 * Where a server listens and who may come in.
 *
 * @param bind the address to listen on
 * @param port the port; 0 for any that is free
 * @param tokens who may come in; with none, only this machine may
 */
public record ServerSettings(String bind, int port, List<Token> tokens) {
    /** This machine only, on the usual port. */
    public static final ServerSettings DEFAULT = new ServerSettings("127.0.0.1", 8080, List.of());

    public ServerSettings {
        tokens = List.copyOf(tokens);
    }

    /** {@return the same settings on another port} */
    public ServerSettings withPort(int other) {
        return new ServerSettings(bind, other, tokens);
    }

    /** {@return the same settings on another address} */
    public ServerSettings withBind(String other) {
        return new ServerSettings(other, port, tokens);
    }

    /**
     * A token that opens the door. Only its hash is known here.
     *
     * @param name whose it is, for the log
     * @param sha256 SHA-256 of the token, 64 hexadecimal digits
     * @param role what its bearer may do
     */
    public record Token(String name, String sha256, Role role) {}

    /** What a bearer may do. */
    public enum Role {
        /** Reads and previews. */
        VIEWER,
        /** Runs plans, too. */
        OPERATOR
    }
}
