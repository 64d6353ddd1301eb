package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.BackwardsRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliModuleTest {
    @Test
    @SuppressWarnings("SystemOut")
    void an_embedding_program_sees_nothing_of_it(@TempDir Path folder) {
        CommandLineFixture shop = CommandLineFixture.withShop(folder);
        PrintStream out = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try (Palindrome palindrome =
                Palindrome.on(shop.url()).folder("shop", folder.resolve("shop")).build()) {
            assertThat(palindrome.forwards("shop").success()).isTrue();
            // nobody is there to say yes
            assertThat(palindrome.backwards(BackwardsRequest.of("shop")).success())
                    .isFalse();
            assertThat(palindrome.backwards("shop").success()).isTrue();
        } finally {
            System.setOut(out);
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
