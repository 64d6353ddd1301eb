package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What users see of a folder of another tool: how its migrations stand, and both previews. Each folder beneath {@code
 * formats} is one of them, and is named as the format is. Its last two migrations can be reversed, the first need not.
 */
class FormatGoldenTest {
    /** In these a new file counts only once another names it, the plan or the root changelog. */
    private static final Set<String> NAMED_ELSEWHERE = Set.of("liquibase", "sqitch");

    private static final Path FORMATS = Path.of("src/test/resources/formats");

    @TempDir
    Path folder;

    static List<String> formats() throws IOException {
        try (Stream<Path> folders = Files.list(FORMATS)) {
            return folders.map(format -> format.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_folder_of_another_tool_is_read_as_it_is(String format) {
        CommandLineFixture shop =
                new CommandLineFixture(folder).file("palindrome.yaml", """
                database: {url: 'jdbc:sqlite:FOLDER/test.db'}
                packs: [{path: shop}]
                """.replace("FOLDER", folder.toString()));
        copy(FORMATS.resolve(format), folder.resolve("shop"));

        assertThat(shop.run("packs").out()).contains(format);
        Run pending = shop.run("check");
        Run forwards = shop.run("forwards", "shop", "--preview");
        assertThat(shop.run("forwards", "shop").code()).isZero();
        Golden.assertSame(
                "formats/" + format,
                shop,
                pending,
                forwards,
                shop.run("check"),
                shop.run("backwards", "shop", "all", "--preview"),
                shop.run("backwards", "shop", "--steps", "2", "--preview"));
        assertThat(shop.run("backwards", "shop", "--steps", "2", "-y").code()).isZero();
        if (NAMED_ELSEWHERE.contains(format)) {
            return;
        }
        assertThat(shop.run("new", "shop", "--description", "one more").code()).isZero();
        assertThat(shop.run("check", "shop").out()).contains("one more");
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
