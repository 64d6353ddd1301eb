package dev.palindrome.adapters.cli;

import dev.palindrome.spi.DatabaseAddress;

/** Keeps passwords that somebody typed in a URL off the screen. */
final class Secrets {
    private Secrets() {}

    /** {@return the text with asterisks where a URL in it holds a password} */
    static String redacted(String text) {
        return DatabaseAddress.of(text).redactedUrl();
    }
}
