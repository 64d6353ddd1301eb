package dev.palindrome.examples.httponly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program as its users do, from the root, and uses it as its users do, over HTTP. */
class ServerTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .getParent()
            .getParent();

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    private String url;
    private Process process;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        url = "jdbc:h2:file:" + folder.resolve("geo");
        Path log = folder.resolve("log");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Server.class.getName(),
                        "0",
                        url)
                .directory(ROOT.toFile())
                .redirectError(log.toFile())
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine(); // ends with the process, if it says nothing
        assertThat(line).as(Files.readString(log)).startsWith("http://127.0.0.1:");
        address = URI.create(line);
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void it_plans_runs_and_stops_when_asked() throws Exception {
        JsonNode plan =
                post("/api/v1/plans", "{\"appName\": \"geo\", \"direction\": \"forwards\", \"target\": \"all\"}", 201);
        assertThat(plan.path("steps")).hasSize(3);
        assertThat(process.isAlive()).isTrue();

        String run = "/api/v1/runs/"
                + post("/api/v1/plans/" + plan.path("hash").asText() + "/runs", "", 202)
                        .path("id")
                        .asText();
        List<String> events = get(run + "/events").lines().toList(); // ends when the run does
        JsonNode result = json.readTree(get(run));

        assertThat(events).anyMatch(line -> line.startsWith("event:"));
        assertThat(result.path("success").asBoolean()).as(result.toString()).isTrue();
        assertThat(result.path("steps"))
                .allMatch(step -> step.path("outcome").asText().equals("done"));

        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(countries()).isEqualTo(12);
    }

    @Test
    void there_is_no_command_line_on_its_class_path() {
        ClassLoader loader = getClass().getClassLoader();

        assertThat(loader.getResource("dev/palindrome/adapters/http")).isNotNull();
        assertThat(loader.getResource("dev/palindrome/adapters/cli")).isNull();
        assertThatThrownBy(() -> loader.loadClass("picocli.CommandLine")).isInstanceOf(ClassNotFoundException.class);
    }

    private JsonNode post(String path, String body, int status) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return json.readTree(response.body());
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private int countries() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet count = connection.createStatement().executeQuery("SELECT count(*) FROM country")) {
            count.next();
            return count.getInt(1);
        }
    }
}
