package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Capability;
import dev.palindrome.testkit.AdapterContract;
import dev.palindrome.testkit.InterruptionContract;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** H2 keeps the contracts, in a file that one process has open. */
final class H2FileContractsTest extends AdapterContract {
    H2FileContractsTest() {
        super(H2Databases.inFiles());
    }

    @Override
    protected Set<Capability> provenElsewhere() {
        return Set.of(Capability.SHARED_DATABASE);
    }

    /** What one process leaves behind, the next can open. */
    @Nested
    final class Interruptions extends InterruptionContract {
        Interruptions() {
            super(underTest());
        }
    }
}
