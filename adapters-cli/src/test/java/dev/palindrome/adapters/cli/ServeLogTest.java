package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own, since the log is set up once in each. */
class ServeLogTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final String TOKEN = "open-sesame-49";
    private static final String BODY = "{\"appName\": \"shop\", \"direction\": \"forwards\"}";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void a_plain_serve_logs_who_asks_for_what_and_no_secrets() throws Exception {
        CommandLineFixture.withShop(folder).file("palindrome.yaml", """
                database: {url: 'jdbc:sqlite:%s/test.db'}
                packs: [{path: shop}]
                server: {tokens: [{name: alice, sha256: %s, role: operator}]}
                """.formatted(folder, sha256(TOKEN)));
        Process server = start("serve", "--port", "0");
        String cookie;
        try {
            String address = Poll.match(ADDRESS, server::isAlive, () -> Files.readString(folder.resolve("out")))
                    .group();
            send(address, "GET", "/api/v1/apps?secret=query", "", "Authorization", "Bearer not-" + TOKEN);
            send(address, "POST", "/api/v1/plans", BODY, "Authorization", "Bearer " + TOKEN);
            HttpResponse<String> login = send(address, "POST", "/api/v1/session", "{\"token\": \"" + TOKEN + "\"}");
            cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            send(address, "GET", "/api/v1/apps/shop/migrations/no%0aline", "", "Cookie", cookie);
            send(address, "GET", "/health/live", "");
        } finally {
            server.destroy();
            assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }

        List<String> log = Files.readAllLines(folder.resolve("err"));
        String begin = "\\[?INFO]? access - time=\\d{4}-\\S+Z remote=127\\.0\\.0\\.1 caller=";
        assertThat(log).hasSize(4);
        assertThat(log.get(0)).matches(begin + "- method=GET path=/api/v1/apps status=401 millis=\\d+");
        assertThat(log.get(1)).matches(begin + "alice method=POST path=/api/v1/plans status=201 millis=\\d+");
        assertThat(log.get(2)).matches(begin + "- method=POST path=/api/v1/session status=200 millis=\\d+");
        assertThat(log.get(3)).matches(begin + "alice method=GET path=/api/v1/apps/\\S+%0aline status=404 millis=\\d+");
        assertThat(log)
                .noneMatch(line -> line.contains("sesame") || line.contains("appName") || line.contains("secret"));
        assertThat(cookie.split("=", 2)[1])
                .hasSize(64)
                .satisfies(id -> assertThat(log).noneMatch(line -> line.contains(id)));
    }

    private HttpResponse<String> send(String address, String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
