package dev.palindrome.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.result.MigrationStatus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationTest {
    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path ROOT = MODULE.getParent().getParent();
    private static final Path SOURCE =
            MODULE.resolve("src/main/java").resolve(Application.class.getName().replace('.', '/') + ".java");

    @TempDir
    Path folder;

    @Test
    void it_says_what_it_does_and_needs_no_arguments() throws Exception {
        assertThat(run()).containsExactly("9 migrations ran forwards", "4 products on sale", "6 migrations reversed");
    }

    @Test
    void it_leaves_what_the_shop_depends_on_and_takes_the_shop_back() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("shop");

        run(url);

        assertThat(tablesIn(url)).contains("COUNTRY").doesNotContain("CUSTOMER", "PRODUCT", "ORDERS", "ORDER_LINE");
        assertThat(ranIn(url)).containsExactly("geo:1", "geo:2", "geo:3");
    }

    @Test
    void the_readme_shows_its_lines() throws IOException {
        String shown = Files.readString(SOURCE)
                .lines()
                .dropWhile(line -> !line.strip().equals("// tag::embedding[]"))
                .skip(1)
                .takeWhile(line -> !line.strip().equals("// end::embedding[]"))
                .collect(Collectors.joining("\n"))
                .stripIndent();

        assertThat(shown).contains("Palindrome.on(");
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("```java\n" + shown + "\n```");
    }

    /** Runs the program as its users do, from the root, and returns what it wrote. */
    private List<String> run(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName()));
        command.addAll(List.of(args));
        File output = folder.resolve("output").toFile();
        File log = folder.resolve("log").toFile();
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectOutput(output)
                .redirectError(log)
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log.toPath())).isZero();
        return Files.readAllLines(output.toPath());
    }

    private static List<String> tablesIn(String url) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", "%", null)) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static List<String> ranIn(String url) {
        try (Palindrome palindrome =
                Palindrome.on(url).folder("shop", ROOT.resolve("examples/shop")).build()) {
            return palindrome.check("all").stream()
                    .filter(MigrationStatus::hasRan)
                    .map(status -> status.appName() + ":" + status.migrationId())
                    .toList();
        }
    }
}
