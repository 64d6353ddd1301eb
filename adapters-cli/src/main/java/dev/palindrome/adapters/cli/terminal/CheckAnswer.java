package dev.palindrome.adapters.cli.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.adapters.cli.terminal.Table.Cell;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.Status;
import dev.palindrome.spi.Problem;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How migrations stand: a table for each app, and the sum.
 *
 * @param report the report
 */
public record CheckAnswer(CheckReport report) implements Answer {

    @Override
    public void text(Terminal terminal) {
        Map<String, List<MigrationStatus>> byApp = new LinkedHashMap<>();
        report.statuses()
                .forEach(status -> byApp.computeIfAbsent(status.appName(), name -> new ArrayList<>())
                        .add(status));
        Style style = terminal.outStyle();
        byApp.forEach((app, statuses) -> {
            terminal.out().println(style.strong(app));
            table(statuses, style).print(terminal.out(), "  ", style);
            terminal.out().println();
        });
        terminal.out().println(sum());
    }

    private static Table table(List<MigrationStatus> statuses, Style style) {
        Table table = new Table("status", "id", "ran on (UTC)", "took", "by", "reversal", "description");
        for (MigrationStatus status : statuses) {
            String word = status.status().word();
            table.row(
                    new Cell(word, colored(status.status(), word, style)),
                    Cell.of(status.migrationId()),
                    Cell.of(status.run().map(run -> time(run.ranOn())).orElse("")),
                    Cell.of(status.run().map(run -> StepLine.of(run.duration())).orElse("")),
                    Cell.of(status.run().map(MigrationStatus.Run::ranBy).orElse("")),
                    Cell.of(status.reversal().word()),
                    Cell.of(status.description()));
        }
        return table;
    }

    private static String colored(Status status, String word, Style style) {
        return switch (status) {
            case APPLIED, FAKED -> style.done(word);
            case PENDING -> style.attention(word);
            case CHANGED, MISSING, FAILED -> style.bad(word);
        };
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ')
                .replace("Z", "");
    }

    private String sum() {
        List<MigrationStatus> all = report.statuses();
        if (all.isEmpty()) {
            return "No migrations: the packs have none, and none has run.";
        }
        List<String> parts = new ArrayList<>();
        for (Status status : Status.values()) {
            long count = all.stream().filter(s -> s.status() == status).count();
            if (count > 0) {
                parts.add(count + " " + status.word());
            }
        }
        return (all.size() == 1 ? "1 migration: " : all.size() + " migrations: ") + String.join(", ", parts);
    }

    @Override
    public void json(JsonGenerator json) throws IOException {
        ResultJson.write(json, report);
    }

    @Override
    public List<Problem> problems() {
        return report.problems();
    }
}
