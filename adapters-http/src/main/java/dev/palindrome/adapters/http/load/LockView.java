package dev.palindrome.adapters.http.load;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Knows who runs migrations on this database, here or elsewhere. Looks once in a while at most, however many want to know. */
public final class LockView {
    private static final Duration AGE = Duration.ofSeconds(1);

    private final Palindrome palindrome;
    private Optional<String> holder = Optional.empty();
    private long asked = System.nanoTime() - AGE.toNanos();

    public LockView(Palindrome palindrome) {
        this.palindrome = palindrome;
    }

    /** {@return who held the lock a moment ago, in words for people; empty if nobody did} */
    public synchronized Optional<String> holder() {
        if (System.nanoTime() - asked >= AGE.toNanos()) {
            holder = palindrome.holder();
            asked = System.nanoTime();
        }
        return holder;
    }

    /** {@return what the journal has as being under way, the last row of each migration; for when somebody is at work} */
    public List<JournalEntry> underWay() {
        Workspace workspace = palindrome.workspace();
        try (Session session = workspace.database().openSession()) {
            return workspace.read(session).halfDone().stream()
                    .map(progress -> progress.last())
                    .toList();
        }
    }
}
