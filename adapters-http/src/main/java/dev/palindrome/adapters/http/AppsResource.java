package dev.palindrome.adapters.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.domain.app.App;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.Status;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /api/v1/apps}: every app, each after those that it depends on, then those that only the history knows. */
final class AppsResource {
    private final Palindrome palindrome;
    private final SharedReports reports;

    AppsResource(Palindrome palindrome, SharedReports reports) {
        this.palindrome = palindrome;
        this.reports = reports;
    }

    void list(Context ctx) {
        reports.answer(ctx, App.ALL, report -> answer(ctx, report));
    }

    private void answer(Context ctx, CheckReport report) {
        Map<String, Map<Status, Integer>> counts = new LinkedHashMap<>();
        palindrome.apps().forEach(app -> counts.put(app.name(), new EnumMap<>(Status.class)));
        for (MigrationStatus status : report.statuses()) {
            counts.computeIfAbsent(status.appName(), name -> new EnumMap<>(Status.class))
                    .merge(status.status(), 1, Integer::sum);
        }
        Json.answer(ctx, 200, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("apps");
            for (Map.Entry<String, Map<Status, Integer>> app : counts.entrySet()) {
                write(json, app.getKey(), app.getValue());
            }
            json.writeEndArray();
            ResultJson.problems(json, report.problems());
            json.writeEndObject();
        });
    }

    private void write(JsonGenerator json, String name, Map<Status, Integer> counts) throws IOException {
        json.writeStartObject();
        json.writeStringField("appName", name);
        ResultJson.texts(json, "dependsOn", dependencies(name));
        json.writeObjectFieldStart("counts");
        for (Status status : Status.values()) {
            json.writeNumberField(status.word(), counts.getOrDefault(status, 0));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private List<String> dependencies(String name) {
        return palindrome.apps().stream()
                .filter(app -> app.name().equals(name))
                .flatMap(app -> app.dependsOn().stream())
                .sorted()
                .toList();
    }
}
