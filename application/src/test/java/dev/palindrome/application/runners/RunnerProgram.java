package dev.palindrome.application.runners;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.PalindromeBuilder;
import dev.palindrome.application.configuration.Configuration;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.ProblemException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What runs in a {@link RunnerProcess}: says {@code ready}, waits for a line, runs one app, and says a line at each event.
 * Arguments: URL, user, password, app, folder, direction, and the number of the event at which to wait for another line; a negative one means behind that statement of
 * the run, when it has run and nothing has been noted since.
 */
final class RunnerProgram {
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final BufferedReader IN =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private RunnerProgram() {}

    public static void main(String[] arguments) {
        Configuration configuration = Configuration.EMPTY.with(new Configuration.DatabaseSettings(
                Optional.of(arguments[0]),
                Optional.of(arguments[1]).filter(user -> !user.isEmpty()),
                Optional.of(arguments[2]).filter(password -> !password.isEmpty())));
        PalindromeBuilder builder = Palindrome.on(configuration)
                .folder(arguments[3], Path.of(arguments[4]))
                .lockTimeout(Duration.ofSeconds(60));
        Events events = new Events(Integer.parseInt(arguments[6]));
        try (Palindrome engine = builder.build()) {
            engine.apps();
            OUT.println("ready");
            awaitLine();
            MigrationResult result = arguments[5].equals("forwards")
                    ? engine.forwards(ForwardsRequest.of(arguments[3]), events)
                    : engine.backwards(
                            BackwardsRequest.of(arguments[3]).migrationId("all").autoAgree(true), events);
            result.problems().forEach(problem -> OUT.println("problem " + problem));
            OUT.println("result " + result.success() + " " + result.steps().size() + " " + result.message());
        } catch (ProblemException e) {
            e.printStackTrace(OUT);
            OUT.println("result false 0 " + e.getMessage());
        }
    }

    /** If whoever started us is gone, we go too. */
    private static void awaitLine() {
        try {
            if (IN.readLine() == null) {
                Runtime.getRuntime().halt(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what happens, and stops at one event. */
    private static final class Events implements RunListener {
        private final int pauseAt;
        private int events;
        private int statementsDone;

        Events(int pauseAt) {
            this.pauseAt = pauseAt;
        }

        @Override
        public void waitingFor(String holder) {
            OUT.println("waiting " + holder);
        }

        @Override
        public void statementStarted(Step step, Instruction instruction, int number, int total) {
            event("statement " + number + " of " + step.migration());
        }

        @Override
        public void statementDone(Step step, Instruction instruction, int number, int total, Duration duration) {
            statementsDone++;
            if (statementsDone == -pauseAt) {
                OUT.println("behind " + statementsDone);
                awaitLine();
            }
        }

        @Override
        public void stepDone(StepResult result, int number, int total) {
            event("done " + result.migrationId());
        }

        private void event(String what) {
            events++;
            OUT.println("event " + events + " " + what);
            if (events == pauseAt) {
                awaitLine();
            }
        }
    }
}
