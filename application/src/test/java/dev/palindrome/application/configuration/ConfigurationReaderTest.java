package dev.palindrome.application.configuration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {
    private final ConfigurationReader reader = new ConfigurationReader(Map.of());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"packs, 'packs: [null]'", "pluginFolders, 'pluginFolders: [~]'", "tokens, 'server: {tokens: [null]}'"})
    void an_empty_entry_in_a_list_is_a_clear_error(String list, String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("palindrome.yaml"), yaml);

        assertThatThrownBy(() -> reader.read(Optional.of(file), folder))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("[configuration/invalid] The list '" + list
                        + "' has an entry without anything in it. Fill it, or take it away.");
    }
}
