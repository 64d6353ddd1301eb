package dev.palindrome.adapters.http;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.application.configuration.ServerSettings;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a server listens.
 *
 * @param address one of this machine's addresses, or all of them
 * @param port 0 for any that is free
 */
record ListenAddress(InetAddress address, int port) {

    /**
     * Reads the settings.
     *
     * @throws ProblemException if there is no such address, or nobody but this machine may come in and the address is for all
     */
    static ListenAddress of(ServerSettings settings) {
        if (settings.port() < 0 || settings.port() > 65_535) {
            throw problem(
                    HttpCodes.SERVER_ADDRESS,
                    "The port must be a number from 0 to 65535, not " + settings.port() + ".");
        }
        InetAddress address = resolve(settings.bind());
        if (settings.tokens().isEmpty() && !address.isLoopbackAddress()) {
            throw problem(
                    HttpCodes.SERVER_NO_TOKENS,
                    "Without tokens the server listens on this machine alone, not on '" + settings.bind()
                            + "'. Configure 'server.tokens', each with a name, the sha256 of the token and a role, "
                            + "or bind to 127.0.0.1.");
        }
        return new ListenAddress(address, settings.port());
    }

    /** {@return the same host with the port that was free} */
    String url(int realPort) {
        String host = address.getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + realPort;
    }

    private static InetAddress resolve(String bind) {
        try {
            if (!bind.isBlank()) {
                return InetAddress.getByName(bind);
            }
        } catch (UnknownHostException e) {
            // Said below.
        }
        throw problem(
                HttpCodes.SERVER_ADDRESS,
                "The server can't listen on '" + bind + "': this machine has no such address.");
    }

    private static ProblemException problem(Problem.Code code, String message) {
        return new ProblemException(Problem.error(code, message));
    }
}
