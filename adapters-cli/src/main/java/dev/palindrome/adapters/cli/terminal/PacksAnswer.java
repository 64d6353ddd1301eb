package dev.palindrome.adapters.cli.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.adapters.cli.terminal.Table.Cell;
import dev.palindrome.application.discovery.PackInfo;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.spi.Problem;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * The packs that were found.
 *
 * @param packs each pack
 * @param problems what is wrong with them, or with others
 */
public record PacksAnswer(List<PackInfo> packs, List<Problem> problems) implements Answer {
    public PacksAnswer {
        packs = packs.stream()
                .sorted(Comparator.comparing(PackInfo::appName).thenComparing(PackInfo::origin))
                .toList();
        problems = List.copyOf(problems);
    }

    @Override
    public void text(Terminal terminal) {
        if (packs.isEmpty()) {
            terminal.out().println("No pack was found. Name one with --pack APP=FOLDER, or put its jar into packs/.");
            return;
        }
        Table table = new Table("app", "migrations", "version", "format", "depends on", "from");
        for (PackInfo pack : packs) {
            table.row(
                    Cell.of(pack.appName()),
                    Cell.of(String.valueOf(pack.migrations())),
                    Cell.of(pack.version().orElse("")),
                    Cell.of(pack.format().orElse("")),
                    Cell.of(String.join(", ", pack.dependsOn())),
                    Cell.of(pack.origin()));
        }
        table.print(terminal.out(), "", terminal.outStyle());
    }

    @Override
    public void json(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("packs");
        for (PackInfo pack : packs) {
            json.writeStartObject();
            json.writeStringField("appName", pack.appName());
            json.writeStringField("origin", pack.origin());
            json.writeStringField("version", pack.version().orElse(null));
            json.writeStringField("format", pack.format().orElse(null));
            ResultJson.texts(json, "dependsOn", pack.dependsOn());
            json.writeNumberField("migrations", pack.migrations());
            json.writeEndObject();
        }
        json.writeEndArray();
        ResultJson.problems(json, problems);
        json.writeEndObject();
    }
}
