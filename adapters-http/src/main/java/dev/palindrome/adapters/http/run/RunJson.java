package dev.palindrome.adapters.http.run;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.domain.plan.Course;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.JournalEntry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Runs and their events as JSON. */
final class RunJson {
    private static final int LONGEST_TEXT = 2_000;

    private RunJson() {}

    static void write(JsonGenerator json, RunView run) throws IOException {
        json.writeStartObject();
        head(json, run);
        if (run.current().isPresent()) {
            json.writeFieldName("current");
            step(run.current().orElseThrow()).write(json);
        } else {
            json.writeNullField("current");
        }
        ResultJson.fields(json, run.result());
        json.writeEndObject();
    }

    /** Writes a run without its steps. */
    static void summary(JsonGenerator json, RunView run) throws IOException {
        json.writeStartObject();
        head(json, run);
        json.writeStringField(
                "direction", run.result().direction().map(Course::word).orElse(null));
        json.writeStringField("planHash", run.result().planHash().orElse(null));
        json.writeBooleanField("success", run.result().success());
        json.writeStringField("message", run.result().message());
        json.writeEndObject();
    }

    /** Writes a row of the journal. */
    static void underWay(JsonGenerator json, JournalEntry row) throws IOException {
        json.writeStartObject();
        json.writeStringField("appName", row.appName());
        json.writeStringField("migrationId", row.migrationId().value());
        json.writeStringField("direction", row.direction().word());
        json.writeStringField("statement", shortened(row.statement()));
        json.writeStringField("error", row.error().orElse(null));
        json.writeStringField("notedOn", row.notedOn().toString());
        json.writeStringField("notedBy", row.notedBy());
        json.writeEndObject();
    }

    /** Writes who recorded what, and when. */
    static void recorded(JsonGenerator json, HistoryEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("appName", entry.appName());
        json.writeStringField("migrationId", entry.migrationId().value());
        json.writeStringField("ranOn", entry.ranOn().toString());
        json.writeStringField("ranBy", entry.ranBy());
        json.writeEndObject();
    }

    private static void head(JsonGenerator json, RunView run) throws IOException {
        json.writeStringField("id", run.id());
        json.writeStringField("appName", run.appName());
        json.writeBooleanField("running", run.isRunning());
        json.writeStringField("waitingFor", run.waitingFor().orElse(null));
        json.writeStringField("startedOn", run.startedOn().toString());
        json.writeStringField(
                "finishedOn", run.finishedOn().map(Instant::toString).orElse(null));
    }

    static ResultJson.Content waiting(String holder) {
        return json -> {
            json.writeStartObject();
            json.writeStringField("waitingFor", holder);
            json.writeEndObject();
        };
    }

    static ResultJson.Content step(RunView.Current step) {
        return json -> {
            json.writeStartObject();
            json.writeStringField("appName", step.appName());
            json.writeStringField("migrationId", step.migrationId());
            json.writeNumberField("number", step.number());
            json.writeNumberField("total", step.total());
            if (step.statement().isPresent()) {
                json.writeObjectFieldStart("statement");
                fields(json, step.statement().orElseThrow());
                json.writeEndObject();
            }
            json.writeEndObject();
        };
    }

    static ResultJson.Content statement(Step step, RunView.Statement statement, Optional<Duration> duration) {
        String appName = step.migration().appName();
        String migrationId = step.migration().id().value();
        return json -> {
            json.writeStartObject();
            json.writeStringField("appName", appName);
            json.writeStringField("migrationId", migrationId);
            fields(json, statement);
            if (duration.isPresent()) {
                json.writeNumberField("durationMillis", duration.orElseThrow().toMillis());
            }
            json.writeEndObject();
        };
    }

    static ResultJson.Content stepDone(StepResult step, int number, int total) {
        return json -> {
            json.writeStartObject();
            json.writeNumberField("number", number);
            json.writeNumberField("total", total);
            json.writeFieldName("step");
            ResultJson.write(json, step);
            json.writeEndObject();
        };
    }

    private static void fields(JsonGenerator json, RunView.Statement statement) throws IOException {
        json.writeNumberField("number", statement.number());
        json.writeNumberField("total", statement.total());
        json.writeStringField("text", shortened(statement.text()));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
