package dev.palindrome.application.torture;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import java.nio.file.Path;

/** A way to disturb runs. One object serves all rounds. */
interface Disturbance {

    /** {@return an empty database on which that can happen} */
    default TestDatabase fresh(DatabaseKind kind, Path folder) {
        return kind.fresh(folder);
    }

    /** {@return how many places there are to do it at, which successive seeds take in turn; none if chance takes them} */
    default int places() {
        return 0;
    }

    /** Starts a run in the round's direction and disturbs it. When this returns, nobody runs any more. */
    void disturb(Round round);
}
