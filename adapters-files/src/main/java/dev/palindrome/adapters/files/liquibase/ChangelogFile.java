package dev.palindrome.adapters.files.liquibase;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads what a changelog in XML, YAML or JSON lists, in its order. */
final class ChangelogFile {
    private static final String ROOT = "databaseChangeLog";

    private ChangelogFile() {}

    /** {@return whether a file could be a changelog by its name} */
    static boolean isNamed(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return isXml(lower) || FileNames.isYaml(lower) || lower.endsWith(".json");
    }

    private static boolean isXml(String lower) {
        return lower.endsWith(".xml");
    }

    /** {@return whether a text could be a changelog} */
    static boolean is(String text) {
        return text.contains(ROOT);
    }

    /** Reads a changelog; throws a {@link ProblemException} if it is none. */
    static List<ChangelogEntry> read(SourceFile file) {
        try {
            return isXml(file.name().toLowerCase(Locale.ROOT)) ? xml(file) : yaml(file);
        } catch (JsonProcessingException e) {
            throw unreadable(
                    e.getOriginalMessage(),
                    e.getLocation() == null
                            ? file.place()
                            : place(file, e.getLocation().getLineNr()));
        } catch (XMLStreamException e) {
            throw unreadable(withoutPlace(e), place(file, e.getLocation().getLineNumber()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException unreadable(String why, Location place) {
        String first = why.lines().findFirst().orElse("").replaceFirst("\\.$", "");
        return new ProblemException(
                Problem.error(LiquibaseCodes.CHANGELOG, "The changelog can't be read: " + first + ". Correct the file.")
                        .at(place));
    }

    /** A parser that doesn't know the line says so with a number below 1. */
    private static Location place(SourceFile file, int line) {
        return new Location(file.name(), Math.max(0, line));
    }

    /** {@return what went wrong; the parser puts a line with the place before it} */
    private static String withoutPlace(XMLStreamException error) {
        return String.valueOf(error.getMessage()).replaceFirst("(?s)^ParseError at .*\\nMessage: ", "");
    }

    private static List<ChangelogEntry> yaml(SourceFile file) throws IOException {
        List<ChangelogEntry> entries = new ArrayList<>();
        try (JsonParser parser = new YAMLMapper().createParser(file.text())) {
            while (parser.nextToken() != null && !isOver(parser)) {
                if (parser.hasToken(JsonToken.FIELD_NAME) && isOfEntry(parser.getParsingContext())) {
                    String name = parser.currentName();
                    Location place = place(file, parser.currentTokenLocation().getLineNr());
                    parser.nextToken();
                    JsonNode entry = parser.readValueAsTree();
                    entries.add(new ChangelogEntry(name, attributes(entry), place));
                }
            }
        }
        return entries;
    }

    /** {@return whether the first document has been read; Liquibase looks at no other} */
    private static boolean isOver(JsonParser parser) {
        return parser.hasToken(JsonToken.END_OBJECT)
                && parser.getParsingContext().inRoot();
    }

    /** {@return whether an object stands in the list that the whole document's object has as its changelog} */
    private static boolean isOfEntry(JsonStreamContext object) {
        JsonStreamContext list = object.getParent();
        JsonStreamContext whole = list == null ? null : list.getParent();
        return list != null
                && list.inArray()
                && whole != null
                && ROOT.equals(whole.getCurrentName())
                && whole.getParent().inRoot();
    }

    private static Map<String, String> attributes(JsonNode entry) {
        Map<String, String> attributes = new LinkedHashMap<>();
        entry.properties()
                .forEach(each -> attributes.put(each.getKey(), each.getValue().asText()));
        return attributes;
    }

    private static List<ChangelogEntry> xml(SourceFile file) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", true);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(file.text()));
        List<ChangelogEntry> entries = new ArrayList<>();
        int depth = 0;
        while (reader.hasNext()) {
            Location place =
                    place(file, reader.getLocation().getLineNumber()); // behind a tag it would be where that ends
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (depth == 1) {
                    entries.add(new ChangelogEntry(reader.getLocalName(), attributes(reader), place));
                }
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return entries;
    }

    private static Map<String, String> attributes(XMLStreamReader element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < element.getAttributeCount(); i++) {
            attributes.put(element.getAttributeLocalName(i), element.getAttributeValue(i));
        }
        return attributes;
    }
}
