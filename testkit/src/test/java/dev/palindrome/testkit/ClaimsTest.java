package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** An adapter can't claim what it has nowhere shown. */
final class ClaimsTest {
    @TempDir
    private Path folder;

    /** Not run by itself. */
    static class Boastful extends AdapterContract {
        Boastful() {
            super(new Shared());
        }
    }

    /** The same. */
    static final class Tested extends Boastful {
        @Override
        protected Set<Capability> provenElsewhere() {
            return Set.of(Capability.SHARED_DATABASE);
        }
    }

    private static final class Shared extends InMemoryTestDatabase {
        @Override
        public DatabaseAdapter adapter() {
            return new Claiming(super.adapter());
        }
    }

    private record Claiming(DatabaseAdapter memory) implements DatabaseAdapter {
        @Override
        public String name() {
            return "boastful";
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.of(Capability.TRANSACTIONAL_DDL, Capability.SHARED_DATABASE);
        }

        @Override
        public boolean serves(String url) {
            return memory.serves(url);
        }

        @Override
        public Dialect dialect() {
            return memory.dialect();
        }

        @Override
        public Database connect(DatabaseAddress address) {
            return memory.connect(address);
        }
    }

    @Test
    void a_claim_that_no_contract_put_to_the_proof_fails_the_test_class() {
        assertThat(failuresOfClasses(selectClass(Boastful.class)))
                .singleElement()
                .asString()
                .contains("'boastful' claims", "[SHARED_DATABASE]");
    }

    @Test
    void a_claim_that_another_test_proves_does_not() {
        assertThat(failuresOfClasses(selectClass(Tested.class))).isEmpty();
    }

    @Test
    void nothing_is_missed_where_some_of_the_contracts_were_left_out() {
        assertThat(failuresOfClasses(selectNestedClass(List.of(Boastful.class), AdapterContract.Transactions.class)))
                .isEmpty();
    }

    private List<String> failuresOfClasses(DiscoverySelector selector) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selector)
                                .configurationParameter(Reports.FOLDER, folder.toString())
                                .build(),
                        listener);
        assertThat(listener.getSummary().getTestsSucceededCount()).isPositive();
        return listener.getSummary().getFailures().stream()
                .filter(failure -> failure.getTestIdentifier().isContainer())
                .map(failure -> String.valueOf(failure.getException().getMessage()))
                .toList();
    }
}
