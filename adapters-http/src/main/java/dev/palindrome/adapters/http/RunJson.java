package dev.palindrome.adapters.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.StepResult;
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
        json.writeStringField("id", run.id());
        json.writeBooleanField("running", run.isRunning());
        json.writeStringField("waitingFor", run.waitingFor().orElse(null));
        json.writeStringField("startedOn", run.startedOn().toString());
        json.writeStringField(
                "finishedOn", run.finishedOn().map(Instant::toString).orElse(null));
        if (run.current().isPresent()) {
            json.writeFieldName("current");
            step(run.current().orElseThrow()).write(json);
        } else {
            json.writeNullField("current");
        }
        ResultJson.fields(json, run.result());
        json.writeEndObject();
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
        String text = statement.text();
        json.writeStringField("text", text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…");
    }
}
