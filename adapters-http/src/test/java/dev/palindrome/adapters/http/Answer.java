package dev.palindrome.adapters.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What the server answered. */
public record Answer(int status, String body, HttpHeaders headers) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body(), response.headers());
    }

    public JsonNode json() {
        return parse(body);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The code of the problem that this is, after seeing that it is a whole one. */
    public String problem() {
        JsonNode json = json();
        if (!header("Content-Type").equals("application/problem+json")
                || json.path("status").asInt() != status
                || json.path("detail").asText().isBlank()
                || json.path("title").asText().isBlank()
                || !json.path("type").asText().endsWith(json.path("code").asText())
                || !json.path("problems").path(0).path("code").equals(json.path("code"))) {
            throw new AssertionError("No problem details: " + headers + body);
        }
        return json.path("code").asText();
    }

    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
