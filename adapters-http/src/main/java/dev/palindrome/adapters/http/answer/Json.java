package dev.palindrome.adapters.http.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.application.json.ResultJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes JSON: whole documents for people and programs, single lines for events. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    public static void answer(Context ctx, int status, ResultJson.Content content) {
        String document = ResultJson.document(content);
        ctx.status(status).contentType("application/json").result(document);
    }

    /** Answers with a document that was written before. */
    public static void answer(Context ctx, byte[] document) {
        ctx.status(200).contentType("application/json").result(document);
    }

    /** {@return the content as a whole document} */
    public static byte[] document(ResultJson.Content content) {
        return ResultJson.document(content).getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the content without a line break} */
    public static String line(ResultJson.Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
