package dev.palindrome.testkit;

import dev.palindrome.spi.Capability;
import java.util.Optional;

/**
 * A test of a contract that has run.
 *
 * @param topic what the contract is about
 * @param test the test class of the adapter
 * @param proves the capability that it is about, if it is about one
 * @param verdict what came of it
 */
record Proof(String topic, String test, Optional<Proves> proves, Verdict verdict) {

    boolean isAbout(Capability capability) {
        return proves.filter(proof -> proof.value() == capability).isPresent();
    }

    boolean passed() {
        return verdict == Verdict.PASSED;
    }
}
