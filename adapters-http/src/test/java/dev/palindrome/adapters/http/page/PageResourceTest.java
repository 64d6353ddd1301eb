package dev.palindrome.adapters.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.Answer;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageResourceTest {
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.guarded(Limits.DEFAULT);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void servesThePageWithoutATokenAndLetsItLoadItsOwnFilesOnly() throws Exception {
        Answer page = server.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.body()).startsWith("<!DOCTYPE html>");
        assertThat(Arrays.asList(page.header("Content-Security-Policy").split("; ")))
                .containsExactlyInAnyOrder(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self' data:",
                        "connect-src 'self'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'",
                        "form-action 'self'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Permissions-Policy")).contains("camera=()");
    }

    @Test
    void servesEachFileOfThePageWithItsTypeAndOnceOnly() throws Exception {
        assertThat(new PageResource().names()).isNotEmpty().allSatisfy(name -> {
            Answer first = server.get("/assets/" + name);
            Answer again = server.get("/assets/" + name, "If-None-Match", "\"other\", W/" + first.header("ETag"));

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.body()).isNotEmpty();
            assertThat(first.header("Content-Type"))
                    .startsWith(
                            name.endsWith(".js") ? "text/javascript" : name.endsWith(".css") ? "text/css" : "image/");
            assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nix.js",
                "index.html",
                "assets.txt",
                "%2E%2E%2Fopenapi.json",
                "..%2f..%2f..%2fPageResource.class",
                "%2Fetc%2Fpasswd",
                "base.css%00",
                "BASE.CSS"
            })
    void servesNoOtherFiles(String name) throws Exception {
        Answer answer = server.get("/assets/" + name);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.problem()).isIn("request/path", "request/malformed");
    }
}
