package dev.palindrome.application.run;

import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.Capability;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Session;
import java.util.Optional;

/** Looks who runs migrations, by trying to lock and letting go at once. Whoever comes just then tries again soon. */
public final class LockProbe {
    private LockProbe() {}

    /** {@return who holds the lock of that history, in words for people; empty if nobody does} */
    public static Optional<String> holder(Workspace workspace, HistoryTable table) {
        try (Session session = workspace.database().openSession()) {
            if (!mayLook(workspace, session)) {
                return Optional.empty();
            }
            LockAttempt attempt = workspace.database().tryLock(session, new LockRequest(table, Runner.processName()));
            if (attempt instanceof LockAttempt.HeldBy other) {
                return Optional.of(other.holder());
            }
            ((LockAttempt.Acquired) attempt).lock().close();
            return Optional.empty();
        }
    }

    /**
     * Looking must leave nothing behind. Where definitions commit by themselves, locks may need a table of their own; but there
     * a run's first step makes the history at once, and once that is there, so is the lock's table.
     */
    private static boolean mayLook(Workspace workspace, Session session) {
        return workspace.adapter().capabilities().contains(Capability.TRANSACTIONAL_DDL)
                || workspace.history().read(session).isPresent();
    }
}
