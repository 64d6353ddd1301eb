package dev.palindrome.adapters.http.migration;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.adapters.http.answer.Json;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.domain.app.App;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.domain.sql.Touched;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.operation.OnTable;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code GET /api/v1/apps/{app}/migrations/{id}}: one migration, both ways. */
public final class MigrationResource {
    private final Palindrome palindrome;

    public MigrationResource(Palindrome palindrome) {
        this.palindrome = palindrome;
    }

    public void show(Context ctx) {
        String app = ctx.pathParam("app");
        MigrationStatus status = status(app, ctx.pathParam("id"));
        MigrationRef ref = new MigrationRef(app, new MigrationId(status.migrationId()));
        Workspace workspace = palindrome.workspace();
        Optional<Migration> migration = workspace.apps().find(ref);
        Halves halves = new Halves(workspace);
        Optional<HistoryEntry> entry;
        Optional<List<String>> backwards;
        try (Session session = workspace.database().openSession()) {
            entry = History.of(workspace.history().read(session)).find(ref);
            backwards = new BackwardsHalf(workspace, halves).sql(ref, migration, entry, session);
        }
        Optional<List<String>> forwards = migration.map(m -> halves.sql(m.forwards()));
        Json.answer(ctx, 200, json -> {
            json.writeStartObject();
            ResultJson.fields(json, status);
            if (migration.isPresent()) {
                write(json, migration.orElseThrow());
            }
            half(json, "forwards", forwards);
            half(json, "backwards", backwards);
            ResultJson.texts(json, "tables", tables(migration, forwards, backwards));
            writeHistory(json, entry);
            ResultJson.problems(json, halves.problems());
            json.writeEndObject();
        });
    }

    private MigrationStatus status(String app, String id) {
        if (app.equals(App.ALL)) {
            throw new ProblemException(palindrome.workspace().apps().unknown(app));
        }
        List<MigrationStatus> statuses = palindrome.check(app);
        return statuses.stream()
                .filter(status -> status.migrationId().equals(id))
                .findFirst()
                .orElseThrow(() -> HttpFailure.of(
                        Codes.MIGRATION_UNKNOWN,
                        "App '" + app + "' has no migration '" + id + "', neither in its pack nor in the history. "
                                + "GET /api/v1/apps/{app}/migrations lists the " + statuses.size() + " there are."));
    }

    private static void write(JsonGenerator json, Migration migration) throws IOException {
        json.writeStringField("location", migration.location().toString());
        json.writeBooleanField("fake", migration.isFake());
        json.writeBooleanField("transactional", migration.isTransactional(Direction.FORWARDS));
        ResultJson.texts(
                json,
                "dependsOn",
                migration.dependsOn().stream()
                        .map(MigrationRef::toString)
                        .sorted()
                        .toList());
        ResultJson.texts(
                json, "files", migration.files().stream().map(Path::toString).toList());
        if (migration.reversal() instanceof Reversal.Absent absent) {
            json.writeStringField("reversalAbsentBecause", absent.reason());
        }
    }

    private static void half(JsonGenerator json, String name, Optional<List<String>> sql) throws IOException {
        if (sql.isPresent()) {
            ResultJson.texts(json, name, sql.orElseThrow());
        } else {
            json.writeNullField(name);
        }
    }

    /** What typed operations are about, and what the statements name. */
    private static List<String> tables(
            Optional<Migration> migration, Optional<List<String>> forwards, Optional<List<String>> backwards) {
        Map<String, String> names = new TreeMap<>();
        migration.stream()
                .flatMap(m -> m.forwards().stream())
                .filter(OnTable.class::isInstance)
                .map(operation -> ((OnTable) operation).on().toString())
                .forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
        Stream.of(forwards, backwards)
                .flatMap(half -> half.orElse(List.of()).stream())
                .flatMap(sql -> Touched.tables(sql).stream())
                .map(ObjectName::toString)
                .forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        return List.copyOf(names.values());
    }

    private static void writeHistory(JsonGenerator json, Optional<HistoryEntry> found) throws IOException {
        if (found.isEmpty()) {
            json.writeNullField("history");
            return;
        }
        HistoryEntry entry = found.orElseThrow();
        json.writeObjectFieldStart("history");
        json.writeNumberField("sequence", entry.sequence());
        json.writeStringField("description", entry.description());
        json.writeStringField("checksum", entry.checksum().value());
        json.writeStringField("ranOn", entry.ranOn().toString());
        json.writeStringField("ranBy", entry.ranBy());
        json.writeNumberField("durationMillis", entry.duration().toMillis());
        json.writeBooleanField("faked", entry.faked());
        json.writeStringField("toolVersion", entry.toolVersion());
        json.writeEndObject();
    }
}
