package dev.palindrome.testkit;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Capability;
import java.util.Arrays;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/**
 * All that an adapter has to prove on databases of one kind, by topic. An adapter's test extends it and names how to get such
 * a database; where other processes can open them, it extends {@link SharedAdapterContract}. Each contract can be extended
 * by itself too. If all of them ran, a capability that the adapter claims and none has put to the proof fails the test class.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AdapterContract {
    private final TestDatabase database;
    private final Queue<Proof> proofs = new ConcurrentLinkedQueue<>();

    /**
     * For an adapter's test.
     *
     * @param database what to prove
     */
    protected AdapterContract(TestDatabase database) {
        this.database = database;
    }

    /** {@return what to prove} */
    protected final TestDatabase underTest() {
        return database;
    }

    /**
     * For an adapter that claims more than every kind of its databases can show.
     *
     * @return the capabilities that another test of the adapter's proves; by default none
     */
    protected Set<Capability> provenElsewhere() {
        return Set.of();
    }

    void note(Proof proof) {
        proofs.add(proof);
    }

    /** Where some of the contracts were left out, the report alone says what wasn't put to the proof. */
    @AfterAll
    final void every_claim_was_proven() {
        Set<String> seen = proofs.stream().map(Proof::topic).collect(toSet());
        Set<Capability> unproven = new TreeSet<>(database.adapter().capabilities());
        unproven.removeAll(provenElsewhere());
        unproven.removeIf(capability -> proofs.stream().anyMatch(proof -> proof.isAbout(capability)));
        if (seen.containsAll(topics())) {
            assertThat(unproven)
                    .as(
                            "what '%s' claims and none of these tests put to the proof: deny it, extend SharedAdapterContract,"
                                    + " or say in provenElsewhere() that another test proves it",
                            database.adapter().name())
                    .isEmpty();
        }
    }

    private Set<String> topics() {
        return Stream.<Class<?>>iterate(getClass(), type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredClasses()))
                .filter(Contract.class::isAssignableFrom)
                .map(Contract::topic)
                .collect(toSet());
    }

    @Nested
    final class Histories extends HistoryContract {
        Histories() {
            super(database);
        }
    }

    @Nested
    final class Locks extends LockContract {
        Locks() {
            super(database);
        }
    }

    @Nested
    final class Transactions extends TransactionContract {
        Transactions() {
            super(database);
        }
    }

    @Nested
    final class Sessions extends SessionContract {
        Sessions() {
            super(database);
        }
    }

    @Nested
    final class Splitting extends SplittingContract {
        Splitting() {
            super(database);
        }
    }

    @Nested
    final class Dialects extends DialectContract {
        Dialects() {
            super(database);
        }
    }

    @Nested
    final class Inspectors extends InspectorContract {
        Inspectors() {
            super(database);
        }
    }

    @Nested
    final class Operations extends OperationContract {
        Operations() {
            super(database);
        }
    }

    @Nested
    final class RoundTrips extends RoundTripContract {
        RoundTrips() {
            super(database);
        }
    }
}
