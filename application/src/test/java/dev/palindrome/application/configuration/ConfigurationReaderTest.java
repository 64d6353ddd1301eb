package dev.palindrome.application.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource(textBlock = """
                    3, database, 'database: {url: "jdbc:h2:a"}\npacks: []\ndatabase: {url: "jdbc:h2:b"}\n'
                    3, url, 'database:\n  url: "jdbc:h2:a"\n  url: "jdbc:h2:b"\n'
                    2, url, 'packs: []\ndatabase: {url: "jdbc:h2:a", url: "jdbc:h2:b"}\n'
                    """)
    void what_is_said_twice_is_an_error_with_its_line(int line, String name, String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("palindrome.yaml"), yaml.replace("\\n", "\n"));

        assertThatThrownBy(() -> reader.read(Optional.of(file), folder))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("[configuration/invalid] Duplicate field '" + name + "'. Mend the file.")
                .hasMessageContaining("palindrome.yaml:" + line);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    -,     configuration/missing, There is no key file
                    short, configuration/invalid, has fewer. Mend the file.
                    \u00ff,  configuration/invalid, is no text in UTF-8.
                    """)
    void a_key_file_that_holds_no_key_is_named(String content, String code, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("palindrome.yaml"), "history: {signingKeyFile: a.key}");
        if (!content.equals("-")) {
            Files.writeString(folder.resolve("a.key"), content, StandardCharsets.ISO_8859_1);
        }

        assertThatThrownBy(() -> reader.read(Optional.of(file), folder))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("[" + code + "]")
                .hasMessageContaining("'" + folder.resolve("a.key") + "'")
                .hasMessageContaining(words);
    }

    @Test
    void a_url_can_name_the_folder_of_its_file() throws IOException {
        Files.writeString(folder.resolve("palindrome.yaml"), "database: {url: 'jdbc:sqlite:${folder}/shop.db'}");
        Path below = Files.createDirectories(folder.resolve("deep/below"));

        assertThat(reader.read(Optional.empty(), below).database().url())
                .hasValue("jdbc:sqlite:"
                        + folder.toAbsolutePath().normalize().toString().replace('\\', '/') + "/shop.db");
    }

    @Test
    void a_pack_of_the_command_line_comes_instead_of_the_files_pack_of_that_app_or_path() {
        Configuration file = Configuration.EMPTY.plusPacks(List.of(
                PackSource.parse("shop=db/shop"), PackSource.parse("geo=db/geo"), PackSource.parse("db/music")));

        assertThat(file.plusPacks(List.of(PackSource.parse("shop=other"), PackSource.parse("tunes=./db/music")))
                        .packs())
                .containsExactly(
                        PackSource.parse("geo=db/geo"),
                        PackSource.parse("shop=other"),
                        PackSource.parse("tunes=./db/music"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop=", "", " "})
    void a_pack_without_a_path_is_not_this_folder(String text) {
        assertThatThrownBy(() -> PackSource.parse(text))
                .hasMessageStartingWith("[pack/not-found] The pack '" + text + "' has no path");
    }
}
