package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    @TempDir
    Path folder;

    @Test
    void it_serves_until_it_is_told_to_stop() throws Exception {
        CommandLineFixture shop = CommandLineFixture.withShop(folder);
        AtomicReference<Run> ended = new AtomicReference<>();
        Thread server = new Thread(() -> ended.set(shop.run("serve", "--port", "0")));
        server.start();

        String address = Poll.match(ADDRESS, server::isAlive, shop::printed).group();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/health/live"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        server.interrupt();
        server.join();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ended.get().code()).isZero();
    }
}
