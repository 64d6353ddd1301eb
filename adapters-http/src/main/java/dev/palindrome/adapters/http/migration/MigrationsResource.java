package dev.palindrome.adapters.http.migration;

import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.adapters.http.load.SharedReports;
import dev.palindrome.adapters.http.request.Query;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.domain.app.App;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.Status;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code GET /api/v1/apps/{app}/migrations}: what {@code check} says, page by page. */
public final class MigrationsResource {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final SharedReports reports;

    public MigrationsResource(SharedReports reports) {
        this.reports = reports;
    }

    public void list(Context ctx) {
        String app = ctx.pathParam("app");
        Query query = new Query(ctx, List.of("status", "after", "limit"));
        Wanted wanted = new Wanted(
                app,
                query.text("status").map(MigrationsResource::status),
                query.text("after"),
                query.number("limit", USUAL, MOST));
        reports.answer(
                ctx,
                app,
                shared -> shared.answer(ctx, wanted, () -> content(ctx.contextPath(), wanted, shared.report())));
    }

    private static ResultJson.Content content(String mount, Wanted wanted, CheckReport report) {
        int limit = wanted.limit();
        int start = wanted.after()
                .map(after -> position(wanted.app(), after, report.statuses()) + 1)
                .orElse(0);
        List<MigrationStatus> rest = report
                .statuses()
                .subList(start, report.statuses().size())
                .stream()
                .filter(status ->
                        wanted.status().filter(w -> w != status.status()).isEmpty())
                .limit(limit + 1L)
                .toList();
        List<MigrationStatus> page = new ArrayList<>(rest.subList(0, Math.min(limit, rest.size())));
        Optional<String> next = rest.size() <= limit
                ? Optional.empty()
                : Optional.of(mount + wanted.following(cursor(wanted.app(), page.get(limit - 1))));
        return json -> {
            json.writeStartObject();
            ResultJson.statuses(json, page);
            ResultJson.problems(json, report.problems());
            json.writeStringField("next", next.orElse(null));
            json.writeEndObject();
        };
    }

    private static Status status(String word) {
        List<Status> all = Arrays.asList(Status.values());
        return all.stream()
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Query.wrong("There is no status '" + word + "'. There is: "
                        + all.stream().map(Status::word).collect(Collectors.joining(", ")) + "."));
    }

    private static int position(String app, String after, List<MigrationStatus> statuses) {
        for (int i = 0; i < statuses.size(); i++) {
            if (cursor(app, statuses.get(i)).equals(after)) {
                return i;
            }
        }
        throw HttpFailure.of(
                Codes.MIGRATION_UNKNOWN,
                "The page can't begin after '" + after + "': app '" + app
                        + "' has no such migration. Begin again without 'after'.");
    }

    /** Within one app an id says where a page ends; over all apps it takes the app's name too. */
    private static String cursor(String app, MigrationStatus status) {
        return app.equals(App.ALL) ? status.appName() + ":" + status.migrationId() : status.migrationId();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What part of a report is asked for. */
    private record Wanted(String app, Optional<Status> status, Optional<String> after, int limit) {

        /** {@return the address of the page after that migration} */
        String following(String last) {
            return "/api/v1/apps/" + encoded(app) + "/migrations?"
                    + status.map(s -> "status=" + s.word() + "&").orElse("") + "after=" + encoded(last) + "&limit="
                    + limit;
        }
    }
}
