package dev.palindrome.adapters.files.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.palindrome.spi.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples of {@code broken.txt}: the reader says what is wrong with each, and the schema accepts none either. {@code
 * -Dgolden=write} writes what is said anew; look at the difference before you commit it.
 */
class BrokenFilesTest {
    private static final Path FILE = Path.of("src/test/resources/dev/palindrome/adapters/files/yaml/broken.txt");
    private static final String NAME = "=== ";
    private static final String END = "---";

    @TestFactory
    Stream<DynamicTest> each_is_refused_with_these_words() throws IOException {
        return examples().stream()
                .map(example -> dynamicTest(
                        example.name(), () -> assertThat(said(example.text())).isEqualTo(example.said())));
    }

    @TestFactory
    Stream<DynamicTest> each_is_refused_by_the_schema() throws IOException {
        return examples().stream()
                .filter(example -> !example.name().startsWith("YAML"))
                .map(example -> dynamicTest(
                        example.name(),
                        () -> assertThat(Schema.complaints(example.text())).isNotEmpty()));
    }

    @Test
    void there_are_examples() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(40);
    }

    private static String said(String text) {
        return new YamlReader("shop")
                .read(text, "1.yaml").problems().stream()
                        .map(Problem::toString)
                        .map(said -> said.replace("[migration/malformed] ", ""))
                        .collect(Collectors.joining("\n"));
    }

    private static List<Example> examples() throws IOException {
        String file = Files.readString(FILE).replace("\r\n", "\n");
        List<Example> examples = new ArrayList<>();
        StringBuilder written = new StringBuilder();
        for (String part : file.split("(?m)^(?=" + NAME + ")")) {
            int name = part.indexOf('\n');
            int end = part.lastIndexOf("\n" + END + "\n");
            if (part.startsWith(NAME)) {
                Example example = new Example(
                        part.substring(NAME.length(), name),
                        part.substring(name + 1, end + 1),
                        part.substring(end + END.length() + 2).strip());
                examples.add(example);
                written.append(part, 0, end + END.length() + 2)
                        .append(said(example.text()))
                        .append("\n\n");
            } else {
                written.append(part);
            }
        }
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(FILE, written.toString().strip() + "\n");
        }
        return examples;
    }

    private record Example(String name, String text, String said) {}
}
