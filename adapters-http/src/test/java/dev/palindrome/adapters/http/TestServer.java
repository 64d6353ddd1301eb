package dev.palindrome.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.ServerSettings;
import dev.palindrome.application.configuration.ServerSettings.Role;
import dev.palindrome.application.configuration.ServerSettings.Token;
import dev.palindrome.spi.MigrationPack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** A server on a real port, with a database of its own in memory, and somebody who calls it. */
public final class TestServer implements AutoCloseable {
    static {
        allowHostHeaders();
    }

    private final HttpClient client = HttpClient.newHttpClient();
    public final Palindrome palindrome;
    final HttpServer server;

    private TestServer(Palindrome palindrome, ServerSettings settings, Limits limits) {
        this.palindrome = palindrome;
        this.server = HttpServer.start(palindrome, settings.withPort(0), limits);
    }

    /** The JDK's client reads that when it is first used. */
    static void allowHostHeaders() {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection");
    }

    public static TestServer with(MigrationPack... packs) {
        return with(Limits.DEFAULT, packs);
    }

    public static TestServer with(Limits limits, MigrationPack... packs) {
        return new TestServer(engine(packs), ServerSettings.DEFAULT, limits);
    }

    public static TestServer below(String path, MigrationPack... packs) {
        return new TestServer(engine(packs), ServerSettings.DEFAULT.withPath(path), Limits.DEFAULT);
    }

    public static TestServer on(Palindrome palindrome, Limits limits) {
        return new TestServer(palindrome, ServerSettings.DEFAULT, limits);
    }

    /** One that asks for tokens: {@code viewer-secret} and {@code operator-secret}. */
    public static TestServer guarded(Limits limits, MigrationPack... packs) {
        List<Token> tokens = Stream.of(Role.values())
                .map(role -> new Token(role.name(), sha256(role.name().toLowerCase(Locale.ROOT) + "-secret"), role))
                .toList();
        return new TestServer(engine(packs), ServerSettings.DEFAULT.withTokens(tokens), limits);
    }

    public static Palindrome engine(MigrationPack... packs) {
        return Palindrome.on("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
                .packs(packs)
                .build();
    }

    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return URI.create(server.address() + path);
    }

    public String address() {
        return server.address();
    }

    public int port() {
        return uri("/").getPort();
    }

    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port());
    }

    public HttpClient client() {
        return client;
    }

    public Answer get(String path, String... headers) throws Exception {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Answer post(String path, String json, String... headers) throws Exception {
        String[] all = Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
                .toArray(String[]::new);
        return send("POST", path, BodyPublishers.ofString(json), all);
    }

    /** Posts nothing. */
    public Answer start(String hash, String... headers) throws Exception {
        return send("POST", "/api/v1/plans/" + hash + "/runs", BodyPublishers.noBody(), headers);
    }

    public Answer send(String method, String path, BodyPublisher body, String... headers) throws Exception {
        return Answer.of(client.send(request(method, path, body, headers), BodyHandlers.ofString()));
    }

    public HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, body);
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    /** The hash of a plan that is computed now. */
    public String plan(String app, String direction, String target) throws Exception {
        Answer answer = post(
                "/api/v1/plans",
                "{\"appName\": \"%s\", \"direction\": \"%s\", \"target\": \"%s\"}".formatted(app, direction, target));
        if (answer.status() != 201) {
            throw new AssertionError(answer);
        }
        return answer.json().path("hash").asText();
    }

    /** The address of a run that is started now. */
    public String run(String hash) throws Exception {
        Answer answer = start(hash);
        if (answer.status() != 202) {
            throw new AssertionError(answer);
        }
        return answer.header("Location");
    }

    /** The lines of a run's events, as they come. */
    public Stream<String> events(String run, String... headers) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response =
                client.send(request("GET", run + "/events", BodyPublishers.noBody(), headers), BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new AssertionError(response + " " + response.body().toList());
        }
        return response.body();
    }

    /** What came of a run, once its events have ended. */
    public JsonNode outcome(String run) throws Exception {
        try (Stream<String> lines = events(run)) {
            lines.forEach(line -> {});
        }
        return get(run).json();
    }

    @Override
    public void close() {
        server.close();
        palindrome.close();
    }
}
