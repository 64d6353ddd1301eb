package dev.palindrome.adapters.jdbc;

import dev.palindrome.testkit.CrashContract;
import dev.palindrome.testkit.SharedAdapterContract;
import dev.palindrome.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The contracts, and runners that are killed while a server is busy with their statement. */
public abstract class ServerAdapterContract extends SharedAdapterContract {
    private final String busyWith;

    /** With a statement that lasts longer than any test. */
    protected ServerAdapterContract(TestDatabase testDatabase, String busyWith) {
        super(testDatabase);
        this.busyWith = busyWith;
    }

    @Nested
    final class CrashesInTheMidstOfAStatement extends CrashContract {
        CrashesInTheMidstOfAStatement() {
            super(underTest());
        }

        @Override
        protected List<String> busyWith() {
            return List.of(busyWith);
        }
    }
}
