package dev.palindrome.adapters.cli.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.application.discovery.AdapterInfo;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Problem;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The database adapters that were found.
 *
 * @param adapters each adapter
 * @param problems what is wrong with others
 */
public record AdaptersAnswer(List<AdapterInfo> adapters, List<Problem> problems) implements Answer {
    public AdaptersAnswer {
        adapters = adapters.stream()
                .sorted(Comparator.comparing(AdapterInfo::name))
                .toList();
        problems = List.copyOf(problems);
    }

    @Override
    public void text(Terminal terminal) {
        Style style = terminal.outStyle();
        if (adapters.isEmpty()) {
            terminal.out().println("No adapter was found. Put one into adapters/, or name its folder with --adapters.");
        }
        for (AdapterInfo adapter : adapters) {
            terminal.out()
                    .println(style.strong(adapter.name())
                            + adapter.version().map(version -> " " + version).orElse("")
                            + style.faint("  " + adapter.origin()));
            for (Capability capability : Capability.values()) {
                boolean can = adapter.capabilities().contains(capability);
                terminal.out()
                        .println("  " + (can ? style.done("yes") : style.attention("no ")) + "  "
                                + capability.meaning());
            }
        }
    }

    @Override
    public void json(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("adapters");
        for (AdapterInfo adapter : adapters) {
            json.writeStartObject();
            json.writeStringField("name", adapter.name());
            json.writeStringField("origin", adapter.origin());
            json.writeStringField("version", adapter.version().orElse(null));
            ResultJson.texts(
                    json,
                    "capabilities",
                    adapter.capabilities().stream()
                            .sorted()
                            .map(capability ->
                                    capability.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .toList());
            json.writeEndObject();
        }
        json.writeEndArray();
        ResultJson.problems(json, problems);
        json.writeEndObject();
    }
}
