package dev.palindrome.adapters.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.Answer;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestLimits;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionResourceTest {
    private static final String SESSION = "/api/v1/session";
    private static final String PLAN = "{\"appName\": \"shop\", \"direction\": \"forwards\"}";

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.guarded(TestLimits.streams(1, Duration.ofSeconds(1)), Pack.of("shop", Pack.table("t1")));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void saysThatNobodyIsLoggedIn() throws Exception {
        Answer answer = server.get(SESSION);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("required").asBoolean()).isTrue();
        assertThat(answer.json().path("authenticated").asBoolean()).isFalse();
        assertThat(answer.json().path("role").isNull()).isTrue();
        assertThat(answer.json().path("csrfToken").isNull()).isTrue();
        assertThat(answer.json().path("idleMillis").isNull()).isTrue();
        assertThat(answer.json().path("version").asText()).matches("\\d+\\.\\d+.*");
    }

    @Test
    void doesNotRepeatATokenThatIsNoJson() throws Exception {
        Answer answer = server.post(SESSION, "{\"token\": s3cr3t}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("request/json");
        assertThat(answer.body()).contains("line 1, column 1").doesNotContain("s3cr3t");
    }

    @Test
    void saysThatNobodyNeedsToLogInWhereThereAreNoTokens() throws Exception {
        try (TestServer open = TestServer.with()) {
            Answer answer = open.get(SESSION);
            Answer login = open.post(SESSION, "{\"token\": \"x\"}");

            assertThat(answer.json().path("required").asBoolean()).isFalse();
            assertThat(answer.json().path("authenticated").asBoolean()).isTrue();
            assertThat(answer.json().path("role").asText()).isEqualTo("operator");
            assertThat(answer.json().path("csrfToken").isNull()).isTrue();
            assertThat(login.status()).isEqualTo(409);
            assertThat(login.problem()).isEqualTo("session/needless");
        }
    }

    @Test
    void logsInWithATokenAndReadsByTheCookieThen() throws Exception {
        Answer login = login("viewer-secret");
        String cookie = cookie(login);

        assertThat(login.json().path("role").asText()).isEqualTo("viewer");
        assertThat(login.header("Set-Cookie")).matches(name() + "=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Strict");
        assertThat(server.get("/api/v1/apps", "Cookie", cookie).status()).isEqualTo(200);
        assertThat(server.get(SESSION, "Cookie", cookie).json()).isEqualTo(login.json());
    }

    @Test
    void refusesAWrongTokenLateAndWithoutRepeatingIt() throws Exception {
        for (long millis : new long[] {50, 100, 200}) {
            long begun = System.nanoTime();
            Answer answer = login("guessed-secret");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("auth/token");
            assertThat(answer.body()).doesNotContain("guessed");
            assertThat(answer.header("Set-Cookie")).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(millis));
        }
    }

    @Test
    void writesByCookieWithTheCsrfTokenOfItsSessionAlone() throws Exception {
        Answer login = login("operator-secret");
        String cookie = cookie(login);
        String other = login("operator-secret").json().path("csrfToken").asText();
        String own = login.json().path("csrfToken").asText();

        Answer none = server.post("/api/v1/plans", PLAN, "Cookie", cookie);
        Answer wrong = server.post("/api/v1/plans", PLAN, "Cookie", cookie, "X-CSRF-Token", other);
        Answer right = server.post("/api/v1/plans", PLAN, "Cookie", cookie, "X-CSRF-Token", own);

        assertThat(Stream.of(none, wrong, right).map(Answer::status)).containsExactly(403, 403, 201);
        assertThat(none.problem()).isEqualTo("auth/csrf");
        assertThat(wrong.problem()).isEqualTo("auth/csrf");
        assertThat(server.start(right.json().path("hash").asText(), "Cookie", cookie, "X-CSRF-Token", own)
                        .status())
                .isEqualTo(202);
    }

    @Test
    void runsNothingForAViewer() throws Exception {
        Answer login = login("viewer-secret");
        String csrf = login.json().path("csrfToken").asText();

        Answer run = server.start("x", "Cookie", cookie(login), "X-CSRF-Token", csrf);

        assertThat(run.status()).isEqualTo(403);
        assertThat(run.problem()).isEqualTo("auth/role");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 201",
        "Sec-Fetch-Site, none, 201",
        "Origin, https://evil.example, 403",
        "Origin, null, 403"
    })
    void writesByCookieFromItsOwnPagesAlone(String header, String value, int status) throws Exception {
        Answer login = login("operator-secret");
        String csrf = login.json().path("csrfToken").asText();

        Answer answer =
                server.post("/api/v1/plans", PLAN, "Cookie", cookie(login), "X-CSRF-Token", csrf, header, value);

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void lendsNobodyASessionFromAnotherSitesPage() throws Exception {
        Answer answer = server.post(SESSION, "{\"token\": \"viewer-secret\"}", "Sec-Fetch-Site", "cross-site");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("auth/origin");
    }

    @Test
    void logsOut() throws Exception {
        Answer login = login("viewer-secret");
        String cookie = cookie(login);
        String csrf = login.json().path("csrfToken").asText();

        Answer without = server.send("DELETE", SESSION, BodyPublishers.noBody(), "Cookie", cookie);
        Answer out = server.send("DELETE", SESSION, BodyPublishers.noBody(), "Cookie", cookie, "X-CSRF-Token", csrf);

        assertThat(without.problem()).isEqualTo("auth/csrf");
        assertThat(out.status()).isEqualTo(200);
        assertThat(out.json().path("authenticated").asBoolean()).isFalse();
        assertThat(out.header("Set-Cookie")).startsWith(name() + "=; Max-Age=0;");
        assertThat(server.get("/api/v1/apps", "Cookie", cookie).status()).isEqualTo(401);
    }

    @Test
    void givesANewIdAtEachLoginAndEndsTheOldOne() throws Exception {
        String old = cookie(login("viewer-secret"));
        Answer again = server.post(SESSION, "{\"token\": \"operator-secret\"}", "Cookie", old);

        assertThat(cookie(again)).isNotEqualTo(old);
        assertThat(server.get("/api/v1/apps", "Cookie", old).status()).isEqualTo(401);
    }

    /** A browser sends what one port of a host has set to all others, too. */
    @Test
    void sharesNoCookieWithAnotherServerOfTheSameHost() throws Exception {
        try (TestServer other = TestServer.guarded(Limits.DEFAULT)) {
            String ours = cookie(login("viewer-secret"));
            String theirs = cookie(other.post(SESSION, "{\"token\": \"operator-secret\"}", "Cookie", ours));
            String[] jar = {"Cookie", theirs + "; " + ours};

            assertThat(theirs.split("=", 2)[0]).isNotEqualTo(ours.split("=", 2)[0]);
            assertThat(server.get(SESSION, jar).json().path("role").asText()).isEqualTo("viewer");
            assertThat(other.get(SESSION, jar).json().path("role").asText()).isEqualTo("operator");
        }
    }

    @Test
    void describesTheCookieByItsName() throws Exception {
        assertThat(server.get("/openapi.json")
                        .json()
                        .at("/components/securitySchemes/session/name")
                        .asText())
                .isEqualTo(name());
    }

    private String name() {
        return "palindrome_session_" + server.port();
    }

    private Answer login(String token) throws Exception {
        return server.post(SESSION, "{\"token\": \"" + token + "\"}");
    }

    private static String cookie(Answer login) {
        return login.header("Set-Cookie").split(";", 2)[0];
    }
}
