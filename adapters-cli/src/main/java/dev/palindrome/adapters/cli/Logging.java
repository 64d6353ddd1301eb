package dev.palindrome.adapters.cli;

/**
 * Sets the log up, before the first logger exists: warnings on standard error, and who asks a server for what; with {@code -v},
 * also what is done.
 */
final class Logging {
    private static final String SIMPLE = "org.slf4j.simpleLogger.";

    private Logging() {}

    static void begin(boolean verbose) {
        set("defaultLogLevel", verbose ? "info" : "warn");
        set("showThreadName", "false");
        set("showShortLogName", "true");
        set("log.dev.palindrome.http.access", "info");
        // The server says itself what matters of what these two say.
        set("log.org.eclipse.jetty", "warn");
        set("log.io.javalin", "off");
    }

    /** What the user set with {@code -D} stays. */
    private static void set(String name, String value) {
        if (System.getProperty(SIMPLE + name) == null) {
            System.setProperty(SIMPLE + name, value);
        }
    }
}
