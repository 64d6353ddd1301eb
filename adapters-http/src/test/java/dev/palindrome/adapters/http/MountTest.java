package dev.palindrome.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.ServerSettings;
import dev.palindrome.application.configuration.ServerSettings.Role;
import dev.palindrome.application.configuration.ServerSettings.Token;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same below a path: on a server of its own, and within somebody else's. */
class MountTest {
    private static final String PLAN = "{\"appName\": \"shop\", \"direction\": \"forwards\", \"target\": \"all\"}";

    static {
        TestServer.allowHostHeaders();
    }

    private final HttpClient client = HttpClient.newHttpClient();

    static Stream<Mount> mounts() {
        return Stream.of(
                own("/migrations", ServerSettings.DEFAULT),
                own("/a/b", ServerSettings.DEFAULT),
                embedded("", "/migrations/*", ServerSettings.DEFAULT),
                embedded("/shop", "/*", ServerSettings.DEFAULT),
                embedded("/shop", "/", ServerSettings.DEFAULT),
                embedded("/shop", "/ops/migrations/*", ServerSettings.DEFAULT));
    }

    @ParameterizedTest
    @MethodSource("mounts")
    void plans_and_runs_are_found_where_they_are_said_to_be(Mount mount) throws Exception {
        try (mount) {
            Answer plan = post(mount, "/api/v1/plans", PLAN);
            assertThat(plan.status()).isEqualTo(201);
            assertThat(at(mount, plan.header("Location")).status()).isEqualTo(200);

            Answer run = post(mount, "/api/v1/plans/" + plan.json().path("hash").asText() + "/runs", "");
            assertThat(run.status()).isEqualTo(202);
            String location = run.header("Location");
            assertThat(at(mount, location + "/events").body()).contains("event: run-done");
            assertThat(at(mount, location).json().path("success").asBoolean()).isTrue();
            assertThat(get(mount, "/api/v1/apps/shop/migrations").body()).contains("\"applied\"");
        }
    }

    @ParameterizedTest
    @MethodSource("mounts")
    void the_page_and_what_it_names_are_below_the_path(Mount mount) throws Exception {
        try (mount) {
            Answer page = at(mount, mount.path());

            assertThat(page.body()).contains("<!DOCTYPE html>");
            assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
            assertThat(get(mount, "/assets/main.js").status()).isEqualTo(200);
            String root = mount.path().isEmpty() ? "/" : mount.path();
            assertThat(get(mount, "/openapi.json").json().at("/servers/0/url").asText())
                    .isEqualTo(root);
            assertThat(get(mount, "/health/live").status()).isEqualTo(200);
            assertThat(get(mount, "/nix").problem()).isEqualTo("request/path");
            assertThat(get(mount, "/nix").header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void nothing_is_served_beside_the_path() throws Exception {
        try (Mount mount = own("/migrations", ServerSettings.DEFAULT)) {
            for (String path : List.of("/", "/api/v1/apps", "/migrationsapi/v1/apps", "/health/live")) {
                assertThat(at(mount, path).status()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void a_session_is_the_paths_own_and_goes_by_https_alone_where_that_is_said() throws Exception {
        Token token = new Token("ci", TestServer.sha256("secret"), Role.OPERATOR);
        ServerSettings guarded = ServerSettings.DEFAULT.withTokens(List.of(token));
        try (Mount plain = own("/migrations", guarded);
                Mount https = embedded("", "/migrations/*", guarded.withHttps(true))) {
            assertThat(post(plain, "/api/v1/session", "{\"token\": \"secret\"}").header("Set-Cookie"))
                    .endsWith("; Path=/migrations; HttpOnly; SameSite=Strict");
            assertThat(post(https, "/api/v1/session", "{\"token\": \"secret\"}").header("Set-Cookie"))
                    .endsWith("; Path=/migrations; HttpOnly; SameSite=Strict; Secure");
            assertThat(get(plain, "/api/v1/apps").status()).isEqualTo(401);
            assertThat(get(https, "/api/v1/apps").status()).isEqualTo(401);
        }
    }

    /** A server of somebody else's may listen on every address of the machine. */
    @Test
    void without_tokens_nobody_comes_in_from_another_address_whatever_host_he_names() throws Exception {
        Optional<InetAddress> other = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        assumeTrue(other.isPresent(), "this machine has no other address than its own");
        try (Mount mount = embedded("", "/migrations/*", ServerSettings.DEFAULT)) {
            int port = URI.create(mount.origin()).getPort();
            URI uri = URI.create(
                    "http://" + other.orElseThrow().getHostAddress() + ":" + port + "/migrations/api/v1/apps");

            Answer answer = send(HttpRequest.newBuilder(uri).header("Host", "localhost"));

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("auth/host");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrations", "/migrations/", "//", "/a b", "/a?b", "/{a}", "/"})
    void a_path_that_is_none_is_refused(String path) {
        assertThatThrownBy(() -> ServerSettings.DEFAULT.withPath(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("as in '/migrations'");
    }

    private Answer get(Mount mount, String path) throws Exception {
        return at(mount, mount.path() + path);
    }

    private Answer at(Mount mount, String path) throws Exception {
        URI uri = URI.create(mount.origin() + path);
        Answer answer = send(HttpRequest.newBuilder(uri));
        String next = answer.header("Location");
        return answer.status() / 100 == 3 ? send(HttpRequest.newBuilder(uri.resolve(next))) : answer;
    }

    private Answer post(Mount mount, String path, String json) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(mount.origin() + mount.path() + path))
                .POST(json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        return send(json.isEmpty() ? request : request.header("Content-Type", "application/json"));
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        return Answer.of(client.send(request.build(), BodyHandlers.ofString()));
    }

    private static Palindrome engine() {
        return TestServer.engine(Pack.of("shop", Pack.table("t1")));
    }

    private static Mount own(String path, ServerSettings settings) {
        Palindrome palindrome = engine();
        HttpServer server = HttpServer.start(palindrome, settings.withPort(0).withPath(path), Limits.DEFAULT);
        String origin = server.address().substring(0, server.address().length() - path.length());
        return new Mount("own " + path, origin, path, () -> {
            server.close();
            palindrome.close();
        });
    }

    private static Mount embedded(String context, String mapping, ServerSettings settings) {
        Palindrome palindrome = engine();
        Server server = new Server(0);
        ServletContextHandler handler = new ServletContextHandler(context.isEmpty() ? "/" : context);
        ServletHolder holder = new ServletHolder(new PalindromeServlet(palindrome, settings));
        holder.setAsyncSupported(true);
        handler.addServlet(holder, mapping);
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        String origin = "http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        String path = context + mapping.replaceFirst("/\\*?$", "");
        return new Mount("embedded " + context + mapping, origin, path, () -> {
            server.stop();
            palindrome.close();
        });
    }

    private record Mount(String name, String origin, String path, AutoCloseable server) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            server.close();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
