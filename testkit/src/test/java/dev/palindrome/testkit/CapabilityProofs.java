package dev.palindrome.testkit;

import dev.palindrome.spi.Capability;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Which capabilities contracts put to the proof. */
final class CapabilityProofs {
    private CapabilityProofs() {}

    /** {@return the capabilities that no test of these contracts proves} */
    static Set<Capability> missingFrom(Collection<? extends Class<?>> contracts) {
        Set<Capability> missing = EnumSet.allOf(Capability.class);
        for (Class<?> contract : contracts) {
            for (Method test : contract.getDeclaredMethods()) {
                Proves proves = test.getAnnotation(Proves.class);
                if (proves != null) {
                    missing.remove(proves.value());
                }
            }
        }
        return missing;
    }
}
