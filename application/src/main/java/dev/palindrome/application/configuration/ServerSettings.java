package dev.palindrome.application.configuration;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a server listens and who may come in.
 *
 * @param bind the address to listen on
 * @param port the port; 0 for any that is free
 * @param path below which everything is served, such as {@code /migrations}; empty for the root
 * @param isHttps whether browsers reach it by HTTPS alone, through a proxy, so that its cookie goes no other way
 * @param tokens who may come in; with none, only this machine may
 */
public record ServerSettings(String bind, int port, String path, boolean isHttps, List<Token> tokens) {
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

    /** This machine only, on the usual port. */
    public static final ServerSettings DEFAULT = new ServerSettings("127.0.0.1", 8080, "", false, List.of());

    /**
     * Checks the path.
     *
     * @throws IllegalArgumentException if it is neither empty nor names, each after a slash
     */
    public ServerSettings {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("The server's path '" + path
                    + "' must begin with a slash and not end with one, as in '/migrations'");
        }
        tokens = List.copyOf(tokens);
    }

    /** {@return the same settings on another port} */
    public ServerSettings withPort(int other) {
        return new ServerSettings(bind, other, path, isHttps, tokens);
    }

    /** {@return the same settings on another address} */
    public ServerSettings withBind(String other) {
        return new ServerSettings(other, port, path, isHttps, tokens);
    }

    /** {@return the same settings below another path} */
    public ServerSettings withPath(String other) {
        return new ServerSettings(bind, port, other, isHttps, tokens);
    }

    /** {@return the same settings, reached by HTTPS alone or not} */
    public ServerSettings withHttps(boolean other) {
        return new ServerSettings(bind, port, path, other, tokens);
    }

    /** {@return the same settings for others} */
    public ServerSettings withTokens(List<Token> others) {
        return new ServerSettings(bind, port, path, isHttps, others);
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
