package dev.palindrome.adapters.http;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.ServerSettings;
import dev.palindrome.application.frontend.FrontEnd;

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
