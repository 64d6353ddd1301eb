package dev.palindrome.application.torture;

import dev.palindrome.application.runners.Poll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What a server says. A server that does not come up fails with the end of it. */
record ServerLog(Path file) {
    private static final int LAST_LINES = 40;

    /** Waits until the server answers, no longer than that, and not at all once it has ended. */
    void await(Process server, Duration atMost, BooleanSupplier answers) {
        try {
            Poll.until("the server answers", atMost, () -> !server.isAlive() || answers.getAsBoolean());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + end(), e);
        }
        if (!server.isAlive()) {
            throw new AssertionError("The server has ended by itself with code " + server.exitValue() + end());
        }
    }

    private String end() {
        try {
            List<String> lines =
                    Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
            return ". Its last words in " + file + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
