package dev.palindrome.adapters.files.liquibase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

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
            return isXml(file.name().toLowerCase(Locale.ROOT)) ? xml(file.text()) : yaml(file.text());
        } catch (JsonProcessingException e) {
            throw unreadable(file, e.getOriginalMessage());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException unreadable(SourceFile file, String why) {
        String first = why.lines().findFirst().orElse("");
        return new ProblemException(
                Problem.error(LiquibaseCodes.CHANGELOG, "The changelog can't be read: " + first + ". Correct the file.")
                        .at(file.place()));
    }

    private static List<ChangelogEntry> yaml(String text) throws JsonProcessingException {
        List<ChangelogEntry> entries = new ArrayList<>();
        for (JsonNode entry : new YAMLMapper().readTree(text).path(ROOT)) {
            entry.properties().forEach(field -> {
                Map<String, String> attributes = new LinkedHashMap<>();
                field.getValue()
                        .properties()
                        .forEach(each ->
                                attributes.put(each.getKey(), each.getValue().asText()));
                entries.add(new ChangelogEntry(field.getKey(), attributes));
            });
        }
        return entries;
    }

    private static List<ChangelogEntry> xml(String text)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setNamespaceAware(true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        Element root = builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        List<ChangelogEntry> entries = new ArrayList<>();
        for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                entries.add(new ChangelogEntry(element.getLocalName(), attributes(element)));
            }
        }
        return entries;
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            attributes.put(all.item(i).getLocalName(), all.item(i).getNodeValue());
        }
        return attributes;
    }
}
