package dev.palindrome.examples.httponly;

import dev.palindrome.adapters.http.PalindromeHttp;
import dev.palindrome.application.FrontEnd;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.ServerSettings;
import java.nio.file.Path;

/** Serves the migrations of app geo over HTTP, to this machine only, until it is stopped. Run it from the repository's root. */
public final class Server {
    private Server() {}

    /**
     * Runs the server.
     *
     * @param args the port, 0 for any that is free; then the URL of an H2 database, or nothing for one in memory
     */
    public static void main(String[] args) {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
        String url = args.length > 1 ? args[1] : "jdbc:h2:mem:geo;DB_CLOSE_DELAY=-1";

        Palindrome palindrome =
                Palindrome.on(url).folder("geo", Path.of("examples/geo")).build();
        FrontEnd.Running server = PalindromeHttp.start(palindrome, ServerSettings.DEFAULT.withPort(port));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close(); // waits for a run that is under way
            palindrome.close();
        }));
        System.out.println(server.address());
    }
}
