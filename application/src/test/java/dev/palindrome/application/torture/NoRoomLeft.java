package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.runners.RunnerProcess;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** From some event on, each write of the runner to a file fails, since there is no room left. */
record NoRoomLeft() implements Disturbance {
    private static final Pattern REFUSED = Pattern.compile("SQLITE_IOERR_WRITE|Writing to \\S+ failed");

    /**
     * H2 with its usual delay: without it, a commit is what fails, and H2 2.5 then goes round in circles for ever when it rolls
     * back ({@code MVStore.registerVersionUsage}).
     */
    @Override
    public TestDatabase fresh(DatabaseKind kind, Path folder) {
        return kind == DatabaseKind.H2 ? kind.known("jdbc:h2:file:" + folder.resolve("database")) : kind.fresh(folder);
    }

    @Override
    public void disturb(Round round) {
        int event = round.any(1, Cargo.events() - 1);
        try (RunnerProcess runner = round.launch().pausingAt(event).start()) {
            round.prepare();
            runner.await("ready");
            runner.go();
            runner.await("event " + event + " ");
            Signal.leaveNoRoom(runner.pid());
            runner.go();
            String result = runner.result();
            if (!isSaidTooSoon(round.kind(), result)) {
                round.noteEnd(result);
                assertThat(result).startsWith("result false").containsPattern(REFUSED);
            }
        }
    }

    /** H2 writes up to a second later what was committed: it may have said that all is done before it was refused a write. */
    private static boolean isSaidTooSoon(DatabaseKind kind, String result) {
        return kind == DatabaseKind.H2 && result.startsWith("result true");
    }
}
