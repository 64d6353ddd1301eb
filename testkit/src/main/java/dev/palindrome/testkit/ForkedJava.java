package dev.palindrome.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs in processes of their own, on this one's class path. */
final class ForkedJava {
    private ForkedJava() {}

    static Process start(Class<?> program, List<String> arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(
                List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath, program.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** {@return how it ended} */
    static int run(Class<?> program, String... arguments) throws IOException, InterruptedException {
        Process process = start(program, Arrays.asList(arguments));
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("It does not end: " + Arrays.toString(arguments));
        }
        return process.exitValue();
    }
}
