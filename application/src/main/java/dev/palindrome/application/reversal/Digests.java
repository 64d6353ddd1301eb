package dev.palindrome.application.reversal;

import dev.palindrome.application.configuration.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;

/** The line that seals a reversal: its SHA-256 and, with a key, its HMAC-SHA-256, in hexadecimal. */
final class Digests {
    private static final String PLAIN = "sha256:";
    private static final String SIGNED = " hmac-sha256:";

    private final Optional<SigningKey> key;

    Digests(Optional<SigningKey> key) {
        this.key = key;
    }

    String line(String content) {
        return plain(content) + key.map(k -> SIGNED + hmac(k, content)).orElse("");
    }

    /** What is wrong with a line, as a sentence about the reversal that it should seal; empty if nothing is. */
    Optional<String> objection(String line, String content) {
        boolean isSigned = line.contains(SIGNED);
        if (key.isPresent() && !isSigned) {
            return Optional.of("it is not signed, although a signing key is configured");
        }
        String digest = isSigned ? line.substring(0, line.indexOf(SIGNED)) : line;
        if (!isEqual(digest, plain(content))) {
            return Optional.of("it is not what was stored");
        }
        return key.isEmpty() || isEqual(line, line(content))
                ? Optional.empty()
                : Optional.of(
                        "it was signed with another key, which you can configure again, or changed by somebody who does not "
                                + "have the key");
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(String content) {
        try {
            return PLAIN
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256")
                                    .digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String hmac(SigningKey key, String content) {
        try {
            Mac mac = Mac.getInstance(key.key().getAlgorithm());
            mac.init(key.key());
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
