package dev.palindrome.adapters.http.load;

import dev.palindrome.adapters.http.answer.Json;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.domain.result.CheckReport;
import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * How migrations stand, for all who asked at the same time; what they are told of it is written once for those who asked for
 * the same. Safe for use by several threads.
 */
public final class SharedReport {
    private final CheckReport report;
    private final Map<Object, byte[]> answers = new ConcurrentHashMap<>();

    SharedReport(CheckReport report) {
        this.report = report;
    }

    public CheckReport report() {
        return report;
    }

    /**
     * Answers a request with JSON.
     *
     * @param asked what was asked for; whoever asks for an equal thing is answered alike
     * @param content writes the answer
     */
    public void answer(Context ctx, Object asked, Supplier<ResultJson.Content> content) {
        Json.answer(ctx, answers.computeIfAbsent(asked, first -> Json.document(content.get())));
    }
}
