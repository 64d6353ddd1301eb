package dev.palindrome.application;

import com.google.inject.ProvisionException;
import dev.palindrome.spi.ProblemException;
import jakarta.inject.Provider;

/** Guice wraps what a provider throws; users should see the problem itself. */
final class Unwrapped {
    private Unwrapped() {}

    static <T> T get(Provider<T> provider) {
        try {
            return provider.get();
        } catch (ProvisionException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ProblemException problem) {
                    throw problem;
                }
            }
            throw e;
        }
    }
}
