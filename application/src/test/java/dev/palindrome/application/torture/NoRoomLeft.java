package dev.palindrome.application.torture;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.runners.RunnerProcess;
import java.nio.file.Path;

/** From some event on, each write of the runner to a file fails, since there is no room left. */
record NoRoomLeft() implements Disturbance {

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
            round.noteCutShort(runner.result());
        }
    }
}
