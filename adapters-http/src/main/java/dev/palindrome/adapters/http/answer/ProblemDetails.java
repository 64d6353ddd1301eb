package dev.palindrome.adapters.http.answer;

import dev.palindrome.application.json.ResultJson;
import dev.palindrome.spi.Problem;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;

/** Problems as RFC 9457 wants them. */
public final class ProblemDetails {
    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemDetails() {}

    /** {@return the document; the first problem gives its type, code and detail} */
    public static String document(int status, List<Problem> problems) {
        Problem first = problems.get(0);
        return ResultJson.document(json -> {
            json.writeStartObject();
            json.writeStringField(
                    "type", "urn:palindrome:problem:" + first.code().path());
            json.writeStringField("title", HttpStatus.getMessage(status));
            json.writeNumberField("status", status);
            json.writeStringField("detail", first.message());
            json.writeStringField("code", first.code().path());
            ResultJson.problems(json, problems);
            json.writeEndObject();
        });
    }
}
