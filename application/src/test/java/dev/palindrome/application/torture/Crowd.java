package dev.palindrome.application.torture;

import dev.palindrome.application.runners.Poll;
import dev.palindrome.application.runners.RunnerProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process with many runners in it, which start together when they are told. It dies with this object. */
final class Crowd implements AutoCloseable {
    private static final Duration SOON = Duration.ofMinutes(2);

    private final Process process;
    private final Path said;

    private Crowd(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Starts that process; its runners get ready and wait. */
    static Crowd start(int runners, String url, String app, Path pack, Path said) {
        try {
            return new Crowd(
                    new ProcessBuilder(RunnerProcess.java(
                                    CrowdProgram.class, Integer.toString(runners), url, app, pack.toString()))
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start(),
                    said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        Poll.until("a crowd is ready", SOON, () -> said().contains("ready") || !process.isAlive());
    }

    void go() {
        try {
            OutputStream out = process.getOutputStream();
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return all that was said when all have ended: a line {@code result true|false STEPS MESSAGE} for each runner} */
    List<String> results() {
        Poll.until("a crowd has ended", SOON, () -> !process.isAlive());
        return said().stream().filter(line -> !line.equals("ready")).toList();
    }

    private List<String> said() {
        try {
            return Files.readAllLines(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
