package dev.palindrome.adapters.http.load;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.journal.Progress;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Knows who runs migrations on this database, here or elsewhere. Looks once in a while at most, however many want to know. */
public final class LockView {
    private static final Duration AGE = Duration.ofSeconds(1);
    private static final int LATEST = 10;

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

    /** {@return how far somebody who is at work has come, as the history and the journal have it} */
    public Work work() {
        Workspace workspace = palindrome.workspace();
        try (Session session = workspace.database().openSession()) {
            History history = workspace.read(session);
            List<HistoryEntry> entries = history.entries();
            List<HistoryEntry> latest =
                    new ArrayList<>(entries.subList(Math.max(0, entries.size() - LATEST), entries.size()));
            Collections.reverse(latest);
            List<JournalEntry> underWay = history.halfDone().stream()
                    .map(Progress::last)
                    .map(workspace.masking()::row)
                    .toList();
            return new Work(underWay, latest);
        }
    }

    /**
     * Traces of somebody at work. Where a step is a transaction, as on PostgreSQL, nothing shows of it until it is recorded.
     *
     * @param underWay what the journal has as being under way, the last row of each migration
     * @param latest what the history has recorded last, by whomever, the newest first
     */
    public record Work(List<JournalEntry> underWay, List<HistoryEntry> latest) {
        public static final Work NONE = new Work(List.of(), List.of());

        public Work {
            underWay = List.copyOf(underWay);
            latest = List.copyOf(latest);
        }
    }
}
