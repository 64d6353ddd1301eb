package dev.palindrome.adapters.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A copy of the assembled distribution, and processes that its launcher starts. */
final class DistributionFixture {
    private static final Path ASSEMBLED = Path.of("target/palindrome");

    final Path home;
    final Path work;
    final Map<String, String> environment = new HashMap<>();
    private final Map<Process, Path> started = new HashMap<>();

    private DistributionFixture(Path home, Path work) {
        this.home = home;
        this.work = work;
    }

    /** Copies the distribution into a folder whose name has a blank in it. */
    static DistributionFixture in(Path folder) throws IOException {
        Path home = folder.resolve("the distribution");
        copy(ASSEMBLED, home, path -> !path.startsWith(ASSEMBLED.resolve("cache")));
        return new DistributionFixture(home, Files.createDirectories(folder.resolve("some work")));
    }

    Path launcher() {
        return home.resolve("bin/palindrome");
    }

    /** The folder of the archive that the launcher made; there must be one. */
    Path archive() throws IOException {
        try (Stream<Path> folders = Files.list(home.resolve("cache"))) {
            List<Path> all = folders.toList();
            if (all.size() != 1) {
                throw new AssertionError("One archive was expected: " + all);
            }
            return all.get(0);
        }
    }

    Path classes() throws IOException {
        try (Stream<Path> files = Files.list(archive())) {
            return files.filter(file -> file.getFileName().toString().startsWith("classes-"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There are no classes in the archive"));
        }
    }

    Run run(String... words) throws IOException, InterruptedException {
        return run(launcher(), "", words);
    }

    Run run(Path program, String typed, String... words) throws IOException, InterruptedException {
        Process process = start(program, words);
        process.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("It does not end: " + Arrays.toString(words));
        }
        return new Run(
                Arrays.asList(words),
                process.exitValue(),
                Files.readString(out(process)),
                Files.readString(err(process)));
    }

    Process start(Path program, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(Arrays.asList(words));
        Path streams = Files.createTempDirectory(work.getParent(), "streams");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectOutput(streams.resolve("out").toFile())
                .redirectError(streams.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PALINDROME_") || name.startsWith("LC_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.put(process, streams);
        return process;
    }

    Path out(Process process) {
        return started.get(process).resolve("out");
    }

    Path err(Process process) {
        return started.get(process).resolve("err");
    }

    private static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(wanted).toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
