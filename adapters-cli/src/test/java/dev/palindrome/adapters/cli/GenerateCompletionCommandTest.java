package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCompletionCommandTest {
    @Test
    void bash_understands_the_script_and_it_knows_the_commands(@TempDir Path folder) throws Exception {
        CommandLineFixture fixture = new CommandLineFixture(folder);
        String script = fixture.run("generate-completion").out();

        assertThat(script).contains("forwards", "backwards", "quickstart", "--auto-agree", "bashcompinit");
        fixture.file("completion.sh", script);
        Process bash = new ProcessBuilder("bash", "-n", "completion.sh")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        assertThat(fixture.run("generate-completion", "--output", "json")
                        .json()
                        .get("script")
                        .textValue())
                .isEqualToNormalizingNewlines(script.stripTrailing() + "\n");
    }
}
