package dev.palindrome.adapters.jdbc.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process that looks who has the lock, and stops in the midst of looking. */
final class Looker implements AutoCloseable {
    private final Process process;

    Looker(Path sideFile) throws IOException {
        this.process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Looker.class.getName(),
                        sideFile.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        try (FileChannel file = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.READ)) {
            System.out.println(SideFileLock.shownBy(file).orElse("nobody"));
            System.in.read(); // until it is ended
        }
    }

    /** {@return whom it saw} */
    String sees() throws IOException {
        return process.inputReader(StandardCharsets.UTF_8).readLine();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
