package dev.palindrome.testkit;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.Dialect;
import org.junit.jupiter.api.extension.ExtendWith;

/** What all contracts have in common: they are about one adapter, and what they prove is reported. */
@ExtendWith(ContractReporting.class)
abstract class Contract {
    private final TestDatabase testDatabase;
    private final DatabaseAdapter adapter;

    Contract(TestDatabase testDatabase) {
        this.testDatabase = testDatabase;
        this.adapter = testDatabase.adapter();
    }

    final TestDatabase testDatabase() {
        return testDatabase;
    }

    /** {@return the adapter under test} */
    protected final DatabaseAdapter adapter() {
        return adapter;
    }

    /** {@return its dialect} */
    protected final Dialect dialect() {
        return adapter.dialect();
    }

    /** {@return whether the adapter claims the capability} */
    protected final boolean can(Capability capability) {
        return adapter.capabilities().contains(capability);
    }
}
