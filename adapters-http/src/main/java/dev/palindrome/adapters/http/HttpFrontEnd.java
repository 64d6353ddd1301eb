package dev.palindrome.adapters.http;

import dev.palindrome.application.FrontEnd;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.ServerSettings;

/** The HTTP server as the engine knows it. */
final class HttpFrontEnd implements FrontEnd {
    @Override
    public String name() {
        return "http";
    }

    @Override
    public Running start(Palindrome palindrome, ServerSettings settings) {
        return PalindromeHttp.start(palindrome, settings);
    }
}
