package dev.palindrome.adapters.files.flyway;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Flyway's checksum of a script: CRC-32 over its lines without their ends, as a signed number of 32 bits. */
final class FlywayChecksum {

    private FlywayChecksum() {}

    /**
     * Computes it.
     *
     * @param text the script, without a byte order mark; that of a repeatable migration with its placeholders replaced
     */
    static int of(String text) {
        CRC32 checksum = new CRC32();
        text.lines().map(line -> line.getBytes(StandardCharsets.UTF_8)).forEach(checksum::update);
        return (int) checksum.getValue();
    }
}
