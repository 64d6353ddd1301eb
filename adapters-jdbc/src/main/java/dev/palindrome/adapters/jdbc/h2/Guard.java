package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.adapters.jdbc.Connections;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens the second connection that guards the lock. A program may have lent us its only one: then nobody waits for ever. */
final class Guard {
    private static final long PATIENCE_SECONDS = 5;

    private final Connections connections;
    private final String url;

    Guard(Connections connections, String url) {
        this.connections = connections;
        this.url = url;
    }

    Session open(Session working) {
        if (!connections.areLent()) {
            return open();
        }
        CompletableFuture<Session> opening = CompletableFuture.supplyAsync(this::open);
        try {
            Session second = opening.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (id(second).equals(id(working))) {
                throw onlyOne(); // not closed: it is the working session's own connection
            }
            return second;
        } catch (TimeoutException e) {
            closeOnceOpen(opening);
            throw onlyOne();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            closeOnceOpen(opening);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a connection", e);
        }
    }

    private Session open() {
        return connections.session(url, Map.of(), connection -> new H2Rules());
    }

    /** It may come after all, and then nobody would give it back. */
    private static void closeOnceOpen(CompletableFuture<Session> opening) {
        CompletableFuture<Void> unused = opening.thenAccept(Session::close);
    }

    private static String id(Session session) {
        return session.query(Statement.of("SELECT SESSION_ID() AS id"))
                .get(0)
                .text("id")
                .orElse("");
    }

    private static ProblemException onlyOne() {
        return new ProblemException(Problem.error(
                ProblemCodes.DATABASE_UNREACHABLE,
                "The program's DataSource gave no second connection within " + PATIENCE_SECONDS + " seconds. On H2, one"
                        + " connection works and another one keeps the lock: let the pool have two or more."));
    }
}
