package dev.palindrome.testkit;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.Dialect;
import java.lang.reflect.Modifier;
import java.util.Locale;
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

    /** {@return what it is about: the name of the contract that an adapter's test extends} */
    final String topic() {
        return topic(getClass());
    }

    static String topic(Class<?> extended) {
        Class<?> contract = extended;
        while (!Modifier.isAbstract(contract.getModifiers())
                || !contract.getPackageName().equals(Contract.class.getPackageName())) {
            contract = contract.getSuperclass();
        }
        String words = contract.getSimpleName().replace("Contract", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.toLowerCase(Locale.ROOT);
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
