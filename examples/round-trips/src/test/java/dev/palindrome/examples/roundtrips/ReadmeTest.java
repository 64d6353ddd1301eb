package dev.palindrome.examples.roundtrips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.BackwardsRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of a derived reversal is what Palindrome prints. */
class ReadmeTest {
    private static final Path README = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("../../README.md")
            .normalize();
    private static final Pattern BLOCK = Pattern.compile("(?s)```(?:yaml|sql)\n(.*?)```");

    @TempDir
    Path folder;

    @Test
    void the_column_of_the_readme_comes_back_as_it_says() throws IOException {
        String readme = Files.readString(README).replace("\r\n", "\n");
        int begin = readme.indexOf("### A column that comes back");
        String section = readme.substring(begin, readme.indexOf("### ", begin + 1));
        List<String> blocks =
                BLOCK.matcher(section).results().map(block -> block.group(1)).toList();
        assertThat(blocks).hasSize(3);
        Files.writeString(folder.resolve("0001__customers.yaml"), blocks.get(0));
        Files.writeString(folder.resolve("0002__no_country.yaml"), blocks.get(1));

        try (Palindrome palindrome = Palindrome.on(Server.POSTGRESQL.newDatabase(folder))
                .folder("shop", folder)
                .build()) {
            palindrome.forwards("shop").orThrow();
            String shown =
                    palindrome
                            .backwards(BackwardsRequest.of("shop").preview(true))
                            .orThrow()
                            .steps()
                            .get(0)
                            .statements()
                            .stream()
                            .map(statement -> statement + ";\n")
                            .collect(Collectors.joining());

            assertThat(shown).isEqualTo(blocks.get(2));
            palindrome.backwards("shop").orThrow();
        }
    }
}
