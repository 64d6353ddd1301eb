package dev.palindrome.adapters.http;

import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.FrontEnd;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.ServerSettings;

/**
 * Serves an engine over HTTP, for programs that embed it.
 *
 * <pre>{@code
 * try (Palindrome palindrome = Palindrome.on(dataSource).build();
 *         FrontEnd.Running server = PalindromeHttp.start(palindrome, ServerSettings.DEFAULT.withPort(0))) {
 *     System.out.println("Migrations: " + server.address() + "/api/v1/apps");
 *     …
 * }
 * }</pre>
 */
public final class PalindromeHttp {
    private PalindromeHttp() {}

    /**
     * Starts a server, and returns once it answers.
     *
     * @param palindrome the engine; must stay open until the server is closed
     * @param settings where to listen (port 0 for any that is free) and who may come in
     * @return the running server; closing it lets a run that is under way finish its step
     * @throws dev.palindrome.spi.ProblemException if it can't listen there, or must not because there are no tokens
     */
    public static FrontEnd.Running start(Palindrome palindrome, ServerSettings settings) {
        return HttpServer.start(palindrome, settings, Limits.DEFAULT);
    }
}
