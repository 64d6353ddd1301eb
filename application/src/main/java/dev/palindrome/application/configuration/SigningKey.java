package dev.palindrome.application.configuration;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The secret with which stored reversals are signed. Never shown. */
public final class SigningKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;

    private final SecretKey key;

    private SigningKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * A key that is a text.
     *
     * @throws IllegalArgumentException if it is too short to be a secret
     */
    public static SigningKey of(String secret) {
        byte[] bytes = secret.strip().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException("A signing key needs " + SHORTEST + " characters or more");
        }
        return new SigningKey(bytes);
    }

    /** Reads a key from a file; a line break at its end does not count. */
    public static SigningKey read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.error(
                            ConfigurationCodes.CONFIGURATION_MISSING,
                            "The key file '" + file + "' can't be read (" + e + "). Check its name and rights."),
                    e);
        }
    }

    /** {@return the key, for HMAC-SHA-256} */
    public SecretKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
