package dev.palindrome.adapters.files.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Operation;
import dev.palindrome.spi.operation.Located;
import dev.palindrome.spi.operation.Operations;
import dev.palindrome.spi.operation.Property;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the reader and the schema both accept. */
class ValidFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/palindrome/adapters/files/yaml");
    private static final Path EXAMPLES = Path.of("../examples");

    @Test
    void every_operation_and_every_property_can_be_written() throws IOException {
        YamlMigration read = read(FOLDER.resolve("everything.yaml"));
        assertThat(read.dependsOn()).map(Object::toString).containsExactly("geo:1", "shop:2", "shop:0003");
        assertThat(read.isTransactional()).isFalse();
        String seen = read.operations().stream().map(ValidFilesTest::shown).collect(Collectors.joining("\n", "", "\n"));
        Path golden = FOLDER.resolve("everything.txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, seen);
        }
        assertThat(seen).isEqualToNormalizingNewlines(Files.readString(golden));
    }

    @Test
    void every_annotated_operation_of_the_spi_is_among_them() throws IOException, URISyntaxException {
        Set<String> written = read(FOLDER.resolve("everything.yaml")).operations().stream()
                .map(operation -> ((Located) operation).operation().getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).isEqualTo(annotated());
    }

    @Test
    void the_example_of_the_product_reads_as_it_stands() throws IOException {
        YamlMigration read = read(FOLDER.resolve("product.yaml"));
        assertThat(read.id()).contains("2026-11-22T10-15-00-000000");
        assertThat(read.description()).contains("customers and their e-mail addresses");
        assertThat(read.operations())
                .map(operation -> ((Located) operation).location().toString())
                .containsExactly("1.yaml:4", "1.yaml:10", "1.yaml:11", "1.yaml:12", "1.yaml:13", "1.yaml:14");
    }

    @Test
    void so_do_those_that_are_shipped() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(EXAMPLES)) {
            files = found.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("pack.yaml"))
                    .filter(file -> !file.toString().contains("target"))
                    .toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(read(file).operations()).isNotEmpty();
        }
    }

    @Test
    void so_does_the_one_in_the_readme() throws IOException {
        Matcher block = Pattern.compile("```yaml\n(# yaml-language-server:.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../README.md")).replace("\r\n", "\n"));
        assertThat(block.find()).isTrue();
        assertThat(read(block.group(1)).operations()).hasSize(4);
    }

    private static YamlMigration read(Path file) throws IOException {
        return read(Files.readString(file));
    }

    private static YamlMigration read(String text) {
        YamlMigration read = new YamlReader("shop").read(text, "1.yaml");
        assertThat(read.problems()).isEmpty();
        assertThat(Schema.complaints(text)).isEmpty();
        return read;
    }

    private static String shown(Operation operation) {
        return ((Located) operation).location().line() + " "
                + operation.fingerprint().strip();
    }

    private static Set<String> annotated() throws IOException, URISyntaxException {
        URL place = Operations.class.getProtectionDomain().getCodeSource().getLocation();
        Path classes = Path.of(place.toURI());
        if (Files.isDirectory(classes)) {
            return annotated(classes);
        }
        try (FileSystem jar = FileSystems.newFileSystem(classes)) {
            return annotated(jar.getPath("/"));
        }
    }

    private static Set<String> annotated(Path root) throws IOException {
        String packageName = Operations.class.getPackageName();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(root.resolve(packageName.replace('.', '/')))) {
            found.forEach(files::add);
        }
        return files.stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
                .map(name -> type(packageName + "." + name.substring(0, name.length() - ".class".length())))
                .filter(type -> Operation.class.isAssignableFrom(type) && type.isAnnotationPresent(Property.class))
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
