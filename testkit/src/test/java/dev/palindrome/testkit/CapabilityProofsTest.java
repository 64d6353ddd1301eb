package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever adds a capability adds its proof. */
final class CapabilityProofsTest {
    private static final List<Class<?>> CONTRACTS = Stream.of(AdapterContract.class, SharedAdapterContract.class)
            .flatMap(all -> Arrays.stream(all.getDeclaredClasses()))
            .<Class<?>>map(Class::getSuperclass)
            .toList();

    @Test
    void every_capability_is_put_to_the_proof() {
        assertThat(CONTRACTS).contains(HistoryContract.class, CrashContract.class);
        assertThat(CapabilityProofs.missingFrom(CONTRACTS)).isEmpty();
    }

    @Test
    void a_capability_without_a_proof_is_found() {
        List<Class<?>> without = CONTRACTS.stream()
                .filter(contract -> contract != HistoryContract.class)
                .toList();

        assertThat(CapabilityProofs.missingFrom(without)).containsExactly(Capability.SCHEMAS);
        assertThat(CapabilityProofs.missingFrom(List.of())).containsExactly(Capability.values());
    }
}
