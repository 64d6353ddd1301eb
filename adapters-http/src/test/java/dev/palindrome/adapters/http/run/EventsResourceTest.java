package dev.palindrome.adapters.http.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palindrome.adapters.http.Answer;
import dev.palindrome.adapters.http.Gate;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestLimits;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.spi.Migration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsResourceTest {
    @Test
    void tellsEverythingThatHappensInOrder() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1"), Pack.table("t2")))) {
            List<Told> told = all(server.events(server.run(server.plan("shop", "forwards", "all"))));

            assertThat(told.stream().map(Told::name))
                    .containsExactly(
                            "step-started",
                            "statement-started",
                            "statement-done",
                            "step-done",
                            "step-started",
                            "statement-started",
                            "statement-done",
                            "step-done",
                            "run-done");
            assertThat(told.stream().map(Told::id)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
            assertThat(told.get(0).data().toString())
                    .isEqualTo("{\"appName\":\"shop\",\"migrationId\":\"t1\",\"number\":1,\"total\":2}");
            assertThat(told.get(1).data().path("text").asText()).isEqualTo("CREATE TABLE t1 (id int)");
            assertThat(told.get(2).data().has("durationMillis")).isTrue();
            assertThat(told.get(3).data().at("/step/outcome").asText()).isEqualTo("done");
            assertThat(told.get(8).data().path("success").asBoolean()).isTrue();
            assertThat(told.get(8).data().path("running").asBoolean()).isFalse();
        }
    }

    @Test
    void tellsWhatHappensAsItHappens() throws Exception {
        Gate gate = new Gate();
        try (TestServer server = TestServer.with(Pack.of("shop", gate.migration("g1")));
                gate) {
            String run = server.run(server.plan("shop", "forwards", "all"));
            gate.awaitReached();
            try (Stream<String> lines = server.events(run)) {
                Iterator<Told> told = told(lines.iterator());
                for (int i = 0; i < 4; i++) {
                    told.next();
                }
                gate.open();
                List<String> rest = new ArrayList<>();
                told.forEachRemaining(event -> rest.add(event.name()));

                assertThat(rest).containsExactly("statement-done", "step-done", "run-done");
            }
        }
    }

    @Test
    void goesOnWhereAClientBrokeOff() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1"), Pack.table("t2")))) {
            String run = server.run(server.plan("shop", "forwards", "all"));
            List<Told> whole = all(server.events(run));

            List<Told> rest = all(server.events(run, "Last-Event-ID", "4"));

            assertThat(rest).isEqualTo(whole.subList(4, whole.size()));
        }
    }

    @Test
    void stopsAClientThatHasEverything() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            String run = server.run(server.plan("shop", "forwards", "all"));
            List<Told> whole = all(server.events(run));

            Answer answer = server.get(run + "/events", "Last-Event-ID", Integer.toString(whole.size()));

            assertThat(answer.status()).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "99999999999999999999"})
    void refusesAnIdThatIsNone(String id) throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            String run = server.run(server.plan("shop", "forwards", "all"));

            Answer answer = server.get(run + "/events", "Last-Event-ID", id);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("request/parameter");
        }
    }

    @Test
    void answersHeadWithoutOpeningAStream() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            String run = server.run(server.plan("shop", "forwards", "all"));

            Answer head = server.send("HEAD", run + "/events", BodyPublishers.noBody());

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Type")).isEqualTo("text/event-stream");
            assertThat(server.send("HEAD", "/api/v1/runs/nix/events", BodyPublishers.noBody())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void showsARunToManyAtOnce() throws Exception {
        Gate gate = new Gate();
        try (TestServer server = TestServer.with(Pack.of("shop", gate.migration("g1")));
                gate) {
            String run = server.run(server.plan("shop", "forwards", "all"));
            gate.awaitReached();
            List<Stream<String>> streams = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                streams.add(server.events(run));
            }
            assertThat(server.get("/health/live").status()).isEqualTo(200);
            gate.open();

            for (Stream<String> stream : streams) {
                List<Told> told = all(stream);
                assertThat(told.get(told.size() - 1).name()).isEqualTo("run-done");
            }
        }
    }

    @Test
    void opensNoMoreStreamsThanItCan() throws Exception {
        Gate gate = new Gate();
        try (TestServer server = TestServer.with(
                        TestLimits.streams(1, Duration.ofSeconds(1)), Pack.of("shop", gate.migration("g1")));
                gate) {
            String run = server.run(server.plan("shop", "forwards", "all"));
            gate.awaitReached();
            try (Stream<String> open = server.events(run)) {
                Answer refused = server.get(run + "/events");

                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.problem()).isEqualTo("server/busy");
                assertThat(refused.header("Retry-After")).isEqualTo("10");
                gate.open();
                assertThat(all(open)).isNotEmpty();
            }
            assertThat(all(server.events(run))).isNotEmpty();
        }
    }

    @Test
    void noticesAClientThatIsGoneByItsHeartbeat() throws Exception {
        Gate gate = new Gate();
        try (TestServer server = TestServer.with(
                        TestLimits.streams(1, Duration.ofMillis(50)), Pack.of("shop", gate.migration("g1")));
                gate) {
            String run = server.run(server.plan("shop", "forwards", "all"));
            gate.awaitReached();
            try (Socket client = connect(server, run)) {
                assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                        .isEqualTo("HTTP/1.1 200");
            }

            while (true) {
                // The place is free again as soon as a heartbeat has failed; JUnit ends this if it never is.
                try (Stream<String> lines = server.events(run)) {
                    assertThat(lines.iterator().next()).startsWith("retry");
                    return;
                } catch (AssertionError e) {
                    assertThat(e).hasMessageContaining("server/busy");
                }
            }
        }
    }

    @Test
    void staysOpenLongerThanAConnectionMayBeSilent() throws Exception {
        Gate gate = new Gate();
        try (TestServer server = TestServer.with(
                        TestLimits.streams(1, Duration.ofMillis(500)), Pack.of("shop", gate.migration("g1")));
                gate) {
            String run = server.run(server.plan("shop", "forwards", "all"));
            gate.awaitReached();
            try (Stream<String> lines = server.events(run)) {
                Iterator<String> iterator = lines.iterator();
                int beats = 0;
                while (beats < 8) {
                    beats += iterator.next().equals(":") ? 1 : 0;
                }
                gate.open();
                List<String> names = new ArrayList<>();
                told(iterator).forEachRemaining(event -> names.add(event.name()));

                assertThat(names).endsWith("run-done");
            }
        }
    }

    @Test
    void doesNotHoldARunUpForAClientThatDoesNotRead() throws Exception {
        String[] statements = IntStream.range(0, 6_000)
                .mapToObj(i -> "CREATE TABLE IF NOT EXISTS t (id int COMMENT '" + "x".repeat(900) + i + "')")
                .toArray(String[]::new);
        Migration large = Migration.id("large").forwards(statements).build();
        Gate gate = new Gate();
        try (TestServer server = TestServer.with(Pack.of("shop", gate.migration("g1"), large));
                gate) {
            String run = server.run(server.plan("shop", "forwards", "all"));
            gate.awaitReached();
            try (Socket deaf = connect(server, run)) {
                gate.open();

                JsonNode outcome = server.outcome(run);

                assertThat(outcome.path("success").asBoolean()).isTrue();
                assertThat(deaf.isConnected()).isTrue();
            }
        }
    }

    private static Socket connect(TestServer server, String run) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.getOutputStream()
                .write(("GET " + run + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static List<Told> all(Stream<String> lines) {
        try (lines) {
            List<Told> all = new ArrayList<>();
            told(lines.iterator()).forEachRemaining(all::add);
            return all;
        }
    }

    /** The events in the lines, without comments. */
    private static Iterator<Told> told(Iterator<String> lines) {
        return new Iterator<>() {
            private Told next;

            @Override
            public boolean hasNext() {
                long id = 0;
                String name = "";
                while (next == null && lines.hasNext()) {
                    String line = lines.next();
                    if (line.startsWith("id: ")) {
                        id = Long.parseLong(line.substring(4));
                    } else if (line.startsWith("event: ")) {
                        name = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        next = new Told(id, name, Answer.parse(line.substring(6)));
                    }
                }
                return next != null;
            }

            @Override
            public Told next() {
                if (!hasNext()) {
                    throw new java.util.NoSuchElementException("The stream has ended");
                }
                Told told = next;
                next = null;
                return told;
            }
        };
    }

    private record Told(long id, String name, JsonNode data) {}
}
