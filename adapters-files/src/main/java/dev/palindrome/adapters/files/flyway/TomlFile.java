package dev.palindrome.adapters.files.flyway;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A {@code flyway.toml}, as pairs of keys and values. */
final class TomlFile {
    private static final TomlMapper MAPPER = new TomlMapper();

    private TomlFile() {}

    /**
     * Reads it.
     *
     * @param file the file
     * @return what it says, as written, by names with dots between their parts; the parts of a list have commas between them
     * @throws ProblemException if it isn't TOML
     */
    static SortedMap<String, String> read(SourceFile file) {
        SortedMap<String, String> values = new TreeMap<>();
        collect("", tree(file), values);
        return values;
    }

    private static JsonNode tree(SourceFile file) {
        try {
            return MAPPER.readTree(file.text());
        } catch (JacksonException e) {
            Location place = e.getLocation() == null
                    ? file.place()
                    : new Location(file.name(), e.getLocation().getLineNr());
            throw new ProblemException(Problem.error(
                            FlywayCodes.CONFIGURATION,
                            "The file isn't TOML (" + e.getOriginalMessage() + "). Mend it, or remove it.")
                    .at(place));
        }
    }

    private static void collect(String prefix, JsonNode node, Map<String, String> values) {
        node.properties().forEach(entry -> {
            String name = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                collect(name + ".", value, values);
            } else if (value.isArray()) {
                values.put(
                        name,
                        StreamSupport.stream(value.spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(",")));
            } else {
                values.put(name, value.asText());
            }
        });
    }
}
