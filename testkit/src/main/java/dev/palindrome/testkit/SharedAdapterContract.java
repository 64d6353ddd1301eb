package dev.palindrome.testkit;

import org.junit.jupiter.api.Nested;

/**
 * All that an adapter has to prove on databases that other processes can open: {@link AdapterContract}, and what a killed
 * process leaves behind. The address must have nothing but a URL, and the adapter must be one that ServiceLoader finds.
 */
public abstract class SharedAdapterContract extends AdapterContract {

    /**
     * For an adapter's test.
     *
     * @param database what to prove
     */
    protected SharedAdapterContract(TestDatabase database) {
        super(database);
    }

    @Nested
    final class Crashes extends CrashContract {
        Crashes() {
            super(underTest());
        }
    }

    @Nested
    final class Interruptions extends InterruptionContract {
        Interruptions() {
            super(underTest());
        }
    }
}
