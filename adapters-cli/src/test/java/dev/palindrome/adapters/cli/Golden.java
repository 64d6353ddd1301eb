package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.run.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what users see with files. What differs from run to run is masked: folders, durations, hashes, who and where.
 * {@code -Dgolden=write} writes the files anew; look at the difference before you commit it.
 */
final class Golden {
    private static final Path FILES = Path.of("src/test/resources/dev/palindrome/adapters/cli");

    private Golden() {}

    static void assertSame(String name, CommandLineFixture fixture, Run... runs) {
        StringBuilder seen = new StringBuilder();
        for (Run run : runs) {
            seen.append("$ ").append(CommandText.of(run.words())).append('\n');
            seen.append(run.out().contains("took") ? run.out().replaceAll("(?<=\\S) {2,}(?=\\S)", "  ") : run.out());
            run.err().lines().forEach(line -> seen.append("! ").append(line).append('\n'));
            seen.append("[exit ").append(run.code()).append("]\n\n");
        }
        assertSame(name, masked(seen.toString(), fixture.folder));
    }

    private static String masked(String text, Path folder) {
        return text.replace(folder.toString(), "FOLDER")
                .replace(Runner.name(), "user@host")
                .replaceAll("process \\d+", "process N")
                .replaceAll("\\b[0-9a-f]{64}\\b", "HASH")
                .replaceAll("\"adapterVersion\":\"[^\"]*\",", "") // only a jar has one
                .replaceAll("\\d+(\\.\\d)? m?s\\b", "N ms")
                .replaceAll("(\"durationMillis\" : )\\d+", "$1N");
    }

    private static void assertSame(String name, String seen) {
        Path file = FILES.resolve(name + ".txt");
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, seen);
            }
            assertThat(file).as("golden file of " + name).exists();
            assertThat(seen).isEqualToNormalizingNewlines(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
