package dev.palindrome.adapters.http.migration;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.adapters.http.load.SharedReports;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.domain.app.App;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.Status;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /api/v1/apps}: every app, each after those that it depends on, then those that only the history knows. */
public final class AppsResource {
    private final Palindrome palindrome;
    private final SharedReports reports;

    public AppsResource(Palindrome palindrome, SharedReports reports) {
        this.palindrome = palindrome;
        this.reports = reports;
    }

    public void list(Context ctx) {
        reports.answer(ctx, App.ALL, shared -> shared.answer(ctx, App.ALL, () -> content(shared.report())));
    }

    private ResultJson.Content content(CheckReport report) {
        Map<String, List<MigrationStatus>> byApp = new LinkedHashMap<>();
        palindrome.apps().forEach(app -> byApp.put(app.name(), new ArrayList<>()));
        for (MigrationStatus status : report.statuses()) {
            byApp.computeIfAbsent(status.appName(), name -> new ArrayList<>()).add(status);
        }
        return json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("apps");
            for (Map.Entry<String, List<MigrationStatus>> app : byApp.entrySet()) {
                write(json, app.getKey(), app.getValue());
            }
            json.writeEndArray();
            ResultJson.problems(json, report.problems());
            json.writeEndObject();
        };
    }

    private void write(JsonGenerator json, String name, List<MigrationStatus> statuses) throws IOException {
        Map<Status, Long> counts = statuses.stream()
                .collect(groupingBy(MigrationStatus::status, () -> new EnumMap<>(Status.class), counting()));
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("appName", name);
        ResultJson.texts(json, "dependsOn", dependencies(name));
        writeCounts(json, counts);
        json.writeObjectFieldStart("counts");
        writeCounts(json, counts);
        json.writeEndObject();
        json.writeStringField(
                "lastRunOn", lastRun(statuses).map(Instant::toString).orElse(null));
        json.writeEndObject();
    }

    private static void writeCounts(JsonGenerator json, Map<Status, Long> counts) throws IOException {
        for (Status status : Status.values()) {
            json.writeNumberField(status.word(), counts.getOrDefault(status, 0L));
        }
    }

    private static Optional<Instant> lastRun(List<MigrationStatus> statuses) {
        return statuses.stream()
                .flatMap(status -> status.run().stream())
                .map(MigrationStatus.Run::ranOn)
                .max(Comparator.naturalOrder());
    }

    private List<String> dependencies(String name) {
        return palindrome.apps().stream()
                .filter(app -> app.name().equals(name))
                .flatMap(app -> app.dependsOn().stream())
                .sorted()
                .toList();
    }
}
