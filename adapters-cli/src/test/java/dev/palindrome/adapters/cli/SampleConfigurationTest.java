package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.configuration.Configuration;
import dev.palindrome.application.configuration.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleConfigurationTest {
    private static final Path SAMPLE = Path.of("src/main/dist/conf/palindrome.yaml");

    @Test
    void the_sample_says_what_holds_without_it() {
        assertThat(new ConfigurationReader(Map.of()).read(Optional.of(SAMPLE), Path.of("")))
                .isEqualTo(Configuration.EMPTY);
    }

    @Test
    void its_examples_are_right(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("palindrome.yaml");
        Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/password"), "geheim\n");
        Files.writeString(folder.resolve("secrets/signing-key"), "0123456789abcdef\n");
        Files.writeString(
                file,
                Files.readString(SAMPLE)
                        .replaceAll("(?m)^( *)# e\\.g\\. ", "$1")
                        .replaceAll("(?m)^( *)# e\\.g\\.$", "")
                        .replaceAll("(?m)^( *)# ((packs|tokens):|  ?[- ] ?[a-z])", "$1$2")
                        .replaceAll("(?m)^ *(packs|pluginFolders|tokens): \\[\\]$", ""));

        Configuration read = new ConfigurationReader(Map.of()).read(Optional.of(file), folder);

        assertThat(read.database().url()).contains("jdbc:postgresql://localhost/shop");
        assertThat(read.database().password()).contains("geheim");
        assertThat(read.signingKey()).isPresent();
        assertThat(read.packs()).hasSize(2);
        assertThat(read.pluginFolders()).containsExactly(folder.resolve("plugins"));
        assertThat(read.server().tokens()).hasSize(1);
    }
}
