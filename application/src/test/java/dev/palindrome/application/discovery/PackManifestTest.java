package dev.palindrome.application.discovery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackManifestTest {
    @TempDir
    private Path folder;

    @Test
    void a_dependency_without_an_app_is_a_clear_error() throws IOException {
        Files.writeString(folder.resolve("pack.yaml"), "dependsOn:\n  - {path: ../geo}\n");

        assertThatThrownBy(() -> PackManifest.of(folder))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(
                        "[configuration/invalid] A dependency in 'dependsOn' needs the name of its app.");
    }
}
