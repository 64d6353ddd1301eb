package dev.palindrome.spi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A fingerprint of what a migration runs forwards: SHA-256 in lower-case hexadecimal. Line ends are folded to LF and a
 * byte order mark is dropped before hashing, so a checkout with Windows line ends has the same checksum.
 *
 * @param value 64 hexadecimal digits, or whatever an adopted history recorded
 * @since 0.1
 */
public record Checksum(String value) {

    /**
     * Fingerprints text.
     *
     * @param text any text
     * @return its checksum
     */
    public static Checksum of(String text) {
        String folded = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (folded.indexOf('\r') >= 0) {
            folded = folded.replace("\r\n", "\n").replace('\r', '\n');
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8));
            return new Checksum(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** {@return the first digits, enough to tell two apart in a message} */
    public String abbreviated() {
        return value.length() <= 8 ? value : value.substring(0, 8) + "…";
    }

    @Override
    public String toString() {
        return value;
    }
}
