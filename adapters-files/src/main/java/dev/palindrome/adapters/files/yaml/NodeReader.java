package dev.palindrome.adapters.files.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Makes a tree of a YAML text. Values are taken as they are written; what a bare one means, {@link Scalar} says. Anchors, aliases
 * and tags are refused: an operation should be readable where it stands, and a tag is a request for a type that we don't know.
 */
final class NodeReader {
    private static final YAMLFactory YAML =
            YAMLFactory.builder().loaderOptions(unlimited()).build();

    private final SourceText source;
    private final Findings findings;
    private final YAMLParser parser;

    private NodeReader(String text, Findings findings, YAMLParser parser) {
        this.source = new SourceText(text);
        this.findings = findings;
        this.parser = parser;
    }

    /** The parser takes 3 MB and no more, against strangers. Migrations are no strangers, and may bring many rows. */
    private static LoaderOptions unlimited() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    /** {@return the text's one document; nothing if there is none, or if findings were added} */
    static Optional<Node> read(String text, Findings findings) {
        try (YAMLParser parser = YAML.createParser(text)) {
            return new NodeReader(text, findings, parser).document();
        } catch (JsonProcessingException e) {
            YamlMistake mistake = YamlMistake.of(e, text);
            findings.add(mistake.mark(), mistake.message());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory has none
        }
    }

    private Optional<Node> document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            findings.add(new Mark(1, 1), "The file holds no YAML. Write a migration into it, or remove it.");
            return Optional.empty();
        }
        Node node = node(first);
        if (parser.nextToken() != null) {
            findings.add(mark(), "A second document begins here. Put each migration into a file of its own.");
        }
        return Optional.of(node);
    }

    private Node node(JsonToken token) throws IOException {
        Mark mark = mark();
        refuse(mark);
        if (token == JsonToken.START_OBJECT) {
            return entries(mark);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                items.add(node(item));
            }
            return new Node.Items(mark, items);
        }
        boolean isNothing = token == JsonToken.VALUE_NULL && parser.getText().isEmpty();
        return new Scalar(mark, parser.getText(), isNothing ? Scalar.Style.BARE : style(source.at(mark)));
    }

    private Node entries(Mark mark) throws IOException {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Mark keyMark = mark();
            refuse(keyMark);
            String key = parser.getText();
            Node.Entry before = entries.get(key);
            Node value = node(parser.nextToken());
            if (before == null) {
                entries.put(key, new Node.Entry(keyMark, key, value));
            } else {
                findings.add(
                        keyMark,
                        "'" + key + "' was already written in line "
                                + before.mark().line() + ". Remove one of the two.");
            }
        }
        return new Node.Entries(mark, List.copyOf(entries.values()));
    }

    /** The parser resolves neither aliases nor tags; read as texts they would be mistakes that nobody sees. */
    private void refuse(Mark mark) {
        String what = switch (source.at(mark)) {
            case '&' -> "An anchor (&)";
            case '*' -> "An alias (*)";
            case '!' -> "A tag (!)";
            default -> "";
        };
        if (!what.isEmpty()) {
            findings.addOnce(mark, what + " is not read here. Write the value out, in quotes if it begins like that.");
        }
    }

    private static Scalar.Style style(int first) {
        return switch (first) {
            case '"', '\'' -> Scalar.Style.QUOTED;
            case '|', '>' -> Scalar.Style.BLOCK;
            default -> Scalar.Style.BARE;
        };
    }

    private Mark mark() {
        return mark(parser.currentTokenLocation());
    }

    /** The parser gives none when it is asked for more than it takes, such as a thousand lists in one another. */
    static Mark mark(@Nullable JsonLocation location) {
        return location == null
                ? new Mark(1, 1)
                : new Mark(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
