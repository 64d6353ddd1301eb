package dev.palindrome.application.runners;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The engine in a process of its own. It waits for {@link #go} before it runs, and dies with this object. */
public final class RunnerProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private final Process process;
    private final BlockingQueue<String> coming = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();

    private RunnerProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "output of a runner");
        reader.setDaemon(true);
        reader.start();
    }

    /** {@return a description of a run, to be completed and started} */
    public static Launch of(String url, String appName, Path folder) {
        return new Launch(url, "", "", appName, folder, "forwards", 0, "", List.of());
    }

    /** {@return the command line of a small and quickly started virtual machine with what this one has on its class path} */
    public static List<String> java(Class<?> program, String... arguments) {
        return java(CLASS_PATH, List.of(), program, arguments);
    }

    private static List<String> java(String classPath, List<String> options, Class<?> program, String... arguments) {
        return Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"),
                        options.stream(),
                        Stream.of("-cp", classPath, program.getName()),
                        Stream.of(arguments))
                .flatMap(Function.identity())
                .toList();
    }

    /** Lets it run, or go on after its pause. */
    public void go() {
        try {
            OutputStream out = process.getOutputStream();
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the next line that begins so; earlier ones are kept in {@link #said}} */
    public String await(String beginning) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (true) {
                String line = coming.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (line == null || line.equals("\0")) {
                    throw new AssertionError("Nothing began with '" + beginning + "' in:\n" + String.join("\n", said));
                }
                said.add(line);
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@return whether a line that begins so has come and wasn't awaited yet} */
    public boolean hasSaid(String beginning) {
        return coming.stream().anyMatch(line -> line.startsWith(beginning));
    }

    /** {@return the line {@code result true|false STEPS MESSAGE}} */
    public String result() {
        return await("result ");
    }

    /** {@return all lines that were awaited or passed over} */
    public List<String> said() {
        return List.copyOf(said);
    }

    /** {@return everything that it has said, whether awaited or not} */
    public String transcript() {
        return String.join("\n", said) + "\n…\n" + String.join("\n", coming);
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it as {@code kill -9} does, and waits until it is no more. */
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("process " + pid() + " survives");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void read() {
        try (InputStream out = process.getInputStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                coming.add(line);
                line = lines.readLine();
            }
        } catch (IOException e) {
            // it was killed; what it had said is there
        }
        coming.add("\0");
    }

    /**
     * What a process is to run.
     *
     * @param url the database
     * @param user who we are there; may be empty
     * @param password may be empty
     * @param appName the app that is run
     * @param folder where its migrations are
     * @param direction {@code forwards} or {@code backwards}, all the way
     * @param pauseAt the number of the event at which it waits for {@link RunnerProcess#go}; 0 for none
     * @param without a piece of the names of jars that are left out of the class path; empty for none
     * @param options more for the virtual machine
     */
    public record Launch(
            String url,
            String user,
            String password,
            String appName,
            Path folder,
            String direction,
            int pauseAt,
            String without,
            List<String> options) {

        public Launch backwards() {
            return new Launch(url, user, password, appName, folder, "backwards", pauseAt, without, options);
        }

        /** Stands still when a statement of the run, counted from 1, has run and nothing has been noted since. */
        public Launch pausingBehind(int statement) {
            return pausingAt(-statement);
        }

        public Launch pausingAt(int event) {
            return new Launch(url, user, password, appName, folder, direction, event, without, options);
        }

        public Launch without(String jar) {
            return new Launch(url, user, password, appName, folder, direction, pauseAt, jar, options);
        }

        public Launch as(String otherUser, String otherPassword) {
            return new Launch(url, otherUser, otherPassword, appName, folder, direction, pauseAt, without, options);
        }

        public Launch options(String... more) {
            return new Launch(url, user, password, appName, folder, direction, pauseAt, without, List.of(more));
        }

        /** Starts the process; it gets ready and waits. */
        public RunnerProcess start() {
            String classPath = Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                    .filter(entry -> without.isEmpty()
                            || !Path.of(entry).getFileName().toString().contains(without))
                    .collect(Collectors.joining(File.pathSeparator));
            List<String> command = java(
                    classPath,
                    options,
                    RunnerProgram.class,
                    url,
                    user,
                    password,
                    appName,
                    folder.toString(),
                    direction,
                    Integer.toString(pauseAt));
            try {
                return new RunnerProcess(
                        new ProcessBuilder(command).redirectErrorStream(true).start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
