package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.application.runners.Poll;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    @TempDir
    private Path folder;

    @Test
    void a_server_that_ends_by_itself_fails_with_its_last_words() throws IOException {
        Process server = start("echo no such option; exit 7");

        assertThatThrownBy(() -> log().await(server, Duration.ofSeconds(20), () -> false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("code 7", "server.log", "no such option");
    }

    @Test
    void a_server_that_never_answers_fails_with_its_last_words() throws IOException {
        Process server = start("echo still at it; exec sleep 60");
        try {
            Poll.until(
                    "it has spoken",
                    Duration.ofSeconds(20),
                    () -> log().file().toFile().length() > 0);
            assertThatThrownBy(() -> log().await(server, Duration.ofSeconds(1), () -> false))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll("Not within 1000 ms", "server.log", "still at it");
        } finally {
            server.destroyForcibly();
        }
    }

    private ServerLog log() {
        return new ServerLog(folder.resolve("server.log"));
    }

    private Process start(String script) throws IOException {
        return new ProcessBuilder("sh", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(log().file().toFile())
                .start();
    }
}
