package dev.palindrome.application.configuration;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Problem.Code;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
        } catch (NoSuchFileException e) {
            throw problem(
                    ConfigurationCodes.CONFIGURATION_MISSING,
                    "There is no key file '" + file + "'. Write a secret of " + SHORTEST
                            + " characters or more into it, or mend its name where it is configured.",
                    e);
        } catch (CharacterCodingException e) {
            throw problem(
                    ConfigurationCodes.CONFIGURATION_INVALID,
                    "The key file '" + file + "' is no text in UTF-8. Write the secret as text, such as hexadecimal.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + ", and '" + file + "' has fewer", e);
        } catch (IOException e) {
            throw problem(
                    ConfigurationCodes.CONFIGURATION_MISSING,
                    "The key file '" + file + "' can't be read (" + e + "). Check its rights.",
                    e);
        }
    }

    private static ProblemException problem(Code code, String message, Exception cause) {
        return new ProblemException(Problem.error(code, message), cause);
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
