package dev.palindrome.testkit;

import dev.palindrome.domain.BackwardsMigrationManager;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsMigrationManager;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.Confirmation;
import dev.palindrome.domain.run.MigrationFiles;
import dev.palindrome.domain.run.Recorder;
import dev.palindrome.domain.run.RunEnvironment;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The real engine on a database, without files, configuration or people. */
final class Engine {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String WHO = "testkit";

    private final Workspace workspace;
    private final RunEnvironment environment;

    Engine(Apps apps, DatabaseAdapter adapter, Database database) {
        this.workspace =
                new Workspace(apps, adapter, database, database.history(HistoryTable.DEFAULT), new PlainSeal());
        this.environment = new RunEnvironment(
                (there, session, listener) -> Optional.of(enter(there, session, PATIENCE)),
                Confirmation.NO,
                RunListener.NONE,
                new Recorder(Clock.systemUTC(), WHO, "0"),
                new NoFiles());
    }

    /** Goes forwards, with whatever the app depends on. */
    MigrationResult forwards(String appName, Target target) {
        ForwardsRequest request = ForwardsRequest.of(appName).target(target).autoAgree(true);
        return new ForwardsMigrationManager(workspace, environment, request).run();
    }

    MigrationResult backwards(String appName, Target target) {
        BackwardsRequest request = BackwardsRequest.of(appName).target(target).autoAgree(true);
        return new BackwardsMigrationManager(workspace, environment, request).run();
    }

    /** Tries until it is let in. */
    static Lock enter(Database database, Session session, Duration patience) {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (true) {
            LockAttempt attempt = database.tryLock(session, new LockRequest(HistoryTable.DEFAULT, WHO));
            if (attempt instanceof LockAttempt.Acquired acquired) {
                return acquired.lock();
            }
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("The lock was not free within " + patience + ": " + attempt);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static final class NoFiles implements MigrationFiles {
        @Override
        public void create(Path file, String text) {
            throw new AssertionError("Nothing is created here: " + file);
        }

        @Override
        public void delete(Path file) {
            throw new AssertionError("Nothing is deleted here: " + file);
        }
    }
}
