package dev.palindrome.foreigntools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command of another tool, in processes of its own.
 *
 * @param command how it is called
 * @param folder where it is called
 * @param environment what it finds in its environment besides
 */
record Tool(List<String> command, Path folder, Map<String, String> environment) {

    /**
     * A tool of this machine. Without it the test is skipped.
     *
     * @param remedy what to install
     */
    static Tool installed(String name, Path folder, String remedy) {
        assumeTrue(isInstalled(name), () -> "There is no '" + name + "' here: " + remedy);
        return new Tool(List.of(name), folder, Map.of());
    }

    static boolean isInstalled(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, name)));
    }

    /** A tool that is on these tests' class path, started as its users start it. */
    static Tool ofClass(String mainClass, Path folder) {
        return new Tool(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-Duser.timezone=UTC",
                        mainClass),
                folder,
                Map.of());
    }

    Tool with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Tool(command, folder, more);
    }

    /** {@return what it writes, once it is done} */
    String run(String... arguments) {
        Done done = done(arguments);
        assertThat(done.exit()).as(done.output()).isZero();
        return done.output();
    }

    /** {@return what it writes, once it has failed} */
    String fail(String... arguments) {
        Done done = done(arguments);
        assertThat(done.exit()).as(done.output()).isNotZero();
        return done.output();
    }

    /** {@return how it ended; the caller judges} */
    Done done(String... arguments) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            Process process = start(output, arguments);
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " is not done after three minutes: " + Files.readString(output));
            }
            String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            Files.delete(output);
            return new Done(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it, and lets it run. */
    Process start(Path output, String... arguments) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(whole).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(output.toFile())
                .start();
    }

    /**
     * How a run ended.
     *
     * @param exit its exit code
     * @param output what it wrote to either stream
     */
    record Done(int exit, String output) {}
}
