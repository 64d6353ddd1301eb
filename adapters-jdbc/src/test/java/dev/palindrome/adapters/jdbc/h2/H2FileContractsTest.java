package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Capability;
import dev.palindrome.testkit.AdapterContract;
import java.util.Set;

/** H2 keeps the contracts, in a file that one process has open. */
final class H2FileContractsTest extends AdapterContract {
    H2FileContractsTest() {
        super(H2Databases.inFiles());
    }

    @Override
    protected Set<Capability> provenElsewhere() {
        return Set.of(Capability.SHARED_DATABASE);
    }
}
