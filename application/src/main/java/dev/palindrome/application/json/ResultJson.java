package dev.palindrome.application.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.palindrome.domain.plan.Course;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.StepFailure;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Writes results as JSON documents. Names never change and never go; new ones may come. */
public final class ResultJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ResultJson() {}

    /** {@return a document that the content writes} */
    public static String document(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text).setPrettyPrinter(new DefaultPrettyPrinter())) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** {@return the result as a document} */
    public static String of(MigrationResult result) {
        return document(json -> write(json, result));
    }

    /** Writes a report as an object. */
    public static void write(JsonGenerator json, CheckReport report) throws IOException {
        json.writeStartObject();
        statuses(json, report.statuses());
        problems(json, report.problems());
        json.writeEndObject();
    }

    /** Writes a result as an object. */
    public static void write(JsonGenerator json, MigrationResult result) throws IOException {
        json.writeStartObject();
        fields(json, result);
        json.writeEndObject();
    }

    /** Writes the fields of a result into the object that is open. */
    public static void fields(JsonGenerator json, MigrationResult result) throws IOException {
        json.writeBooleanField("success", result.success());
        json.writeStringField("message", result.message());
        if (result.direction().isPresent()) {
            json.writeStringField(
                    "direction", result.direction().map(Course::word).orElseThrow());
        }
        if (result.planHash().isPresent()) {
            json.writeStringField("planHash", result.planHash().orElseThrow());
        }
        json.writeBooleanField("preview", result.preview());
        json.writeArrayFieldStart("steps");
        for (StepResult step : result.steps()) {
            write(json, step);
        }
        json.writeEndArray();
        problems(json, result.problems());
        if (result.atStake().isPresent()) {
            StakesJson.write(json, result.atStake().orElseThrow());
        }
    }

    /** Writes a step as an object. */
    public static void write(JsonGenerator json, StepResult step) throws IOException {
        json.writeStartObject();
        json.writeStringField("appName", step.appName());
        json.writeStringField("migrationId", step.migrationId());
        json.writeStringField("description", step.description());
        json.writeStringField("direction", step.direction().word());
        json.writeStringField("outcome", step.outcome().word());
        json.writeNumberField("durationMillis", step.duration().toMillis());
        json.writeBooleanField("transactional", step.transactional());
        texts(json, "statements", step.statements());
        json.writeArrayFieldStart("ownStatements");
        for (int place : step.ownStatements()) {
            json.writeNumber(place);
        }
        json.writeEndArray();
        texts(json, "notes", step.notes());
        if (step.failure().isPresent()) {
            StepFailure failure = step.failure().orElseThrow();
            json.writeObjectFieldStart("failedStatement");
            json.writeNumberField("index", failure.index());
            json.writeStringField("text", failure.text());
            json.writeStringField("file", failure.location().source());
            json.writeNumberField("line", failure.location().line());
            json.writeEndObject();
            json.writeStringField("error", failure.error());
        }
        json.writeEndObject();
    }

    /** Writes the field {@code statuses}. */
    public static void statuses(JsonGenerator json, List<MigrationStatus> statuses) throws IOException {
        json.writeArrayFieldStart("statuses");
        for (MigrationStatus status : statuses) {
            write(json, status);
        }
        json.writeEndArray();
    }

    /** Writes a status as an object. */
    public static void write(JsonGenerator json, MigrationStatus status) throws IOException {
        json.writeStartObject();
        fields(json, status);
        json.writeEndObject();
    }

    /** Writes the fields of a status into the object that is open. */
    public static void fields(JsonGenerator json, MigrationStatus status) throws IOException {
        json.writeStringField("appName", status.appName());
        json.writeStringField("migrationId", status.migrationId());
        json.writeStringField("description", status.description());
        json.writeBooleanField("hasRan", status.hasRan());
        json.writeStringField("status", status.status().word());
        if (status.run().isPresent()) {
            MigrationStatus.Run run = status.run().orElseThrow();
            json.writeStringField("ranOn", run.ranOn().toString());
            json.writeStringField("ranBy", run.ranBy());
            json.writeNumberField("durationMillis", run.duration().toMillis());
            json.writeNumberField("sequence", run.sequence());
            json.writeStringField("ranChecksum", run.checksum().value());
            texts(json, "tags", run.tags());
        } else {
            json.writeNullField("ranOn");
        }
        if (status.checksum().isPresent()) {
            json.writeStringField("checksum", status.checksum().orElseThrow().value());
        }
        json.writeStringField("reversal", status.reversal().word());
        json.writeStringField("proof", status.proof().word());
    }

    /** Writes the field {@code problems}. */
    public static void problems(JsonGenerator json, List<Problem> problems) throws IOException {
        json.writeArrayFieldStart("problems");
        for (Problem problem : problems) {
            json.writeStartObject();
            json.writeStringField("code", problem.code().path());
            json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("message", problem.message());
            if (problem.location().isPresent()) {
                json.writeStringField(
                        "location", problem.location().orElseThrow().toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes a field of texts. */
    public static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** Writes into a document. */
    @FunctionalInterface
    public interface Content {
        /** Writes one value. */
        void write(JsonGenerator json) throws IOException;
    }
}
