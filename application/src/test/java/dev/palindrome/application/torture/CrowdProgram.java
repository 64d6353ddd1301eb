package dev.palindrome.application.torture;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.RunListener;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * What runs in a {@link Crowd}: says {@code ready}, waits for a line, and runs one app forwards on many threads, each with an
 * engine of its own. Arguments: how many, URL, app, folder.
 */
final class CrowdProgram {
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private CrowdProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> runners = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            Palindrome engine = Palindrome.on(arguments[1])
                    .folder(arguments[2], Path.of(arguments[3]))
                    .lockTimeout(PATIENCE)
                    .build();
            engine.apps();
            Thread runner = new Thread(() -> run(engine, arguments[2], start), "runner " + i);
            runner.start();
            runners.add(runner);
        }
        OUT.println("ready");
        if (System.in.read() < 0) {
            Runtime.getRuntime().halt(1); // whoever started us is gone
        }
        start.countDown();
        for (Thread runner : runners) {
            runner.join();
        }
    }

    private static void run(Palindrome engine, String app, CountDownLatch start) {
        try (engine) {
            start.await();
            MigrationResult result = engine.forwards(ForwardsRequest.of(app), RunListener.NONE);
            OUT.println("result " + result.success() + " " + result.steps().size() + " "
                    + result.message().replace('\n', ' '));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
