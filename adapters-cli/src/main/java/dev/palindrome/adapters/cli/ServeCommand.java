package dev.palindrome.adapters.cli;

import dev.palindrome.adapters.cli.terminal.FactAnswer;
import dev.palindrome.application.FrontEnd;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.Configuration;
import dev.palindrome.application.configuration.ServerSettings;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code palindrome serve}. */
@Command(
        name = "serve",
        description = "Serves the HTTP front end until it is told to stop.",
        abbreviateSynopsis = true,
        sortOptions = false,
        footer = "%nOptions of every command: palindrome --help")
final class ServeCommand implements Callable<Integer>, Refusable {
    private static final Problem.Code MISSING = new Problem.Code("server/missing", Problem.Kind.INPUT);

    private final Context context;

    @Option(names = "--port", paramLabel = "PORT", description = "The port; 0 for any that is free.")
    private @Nullable Integer port;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "The address; this machine only unless you say so.")
    private @Nullable String bind;

    ServeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopAndWait(stop, closed), "palindrome-stop");
        Configuration configuration = context.configuration();
        try (Palindrome palindrome = context.open(configuration);
                FrontEnd.Running running = frontEnd(palindrome).start(palindrome, settings(configuration.server()))) {
            Runtime.getRuntime().addShutdownHook(hook);
            context.terminal()
                    .print(new FactAnswer(
                            "address",
                            running.address(),
                            "Palindrome serves at " + running.address() + ". Stop it with Ctrl-C."));
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed.countDown();
        }
        return ExitCode.DONE.code();
    }

    /** Runs when the process is told to end, which it does once this returns: when the run that is under way is over. */
    private static void stopAndWait(CountDownLatch stop, CountDownLatch closed) {
        stop.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FrontEnd frontEnd(Palindrome palindrome) {
        return palindrome.frontEnds().stream()
                .min(Comparator.comparing(FrontEnd::name))
                .orElseThrow(() -> new ProblemException(Problem.error(
                        MISSING,
                        "There is no front end to serve: the jar palindrome-adapters-http is not on the class path. "
                                + "Put it, and the jars that it needs, into lib/ or adapters/.")));
    }

    private ServerSettings settings(ServerSettings configured) {
        ServerSettings bound = bind == null ? configured : configured.withBind(bind);
        return port == null ? bound : bound.withPort(port);
    }
}
