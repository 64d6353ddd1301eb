package dev.palindrome.adapters.files.flyway;

import dev.palindrome.spi.MigrationId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A version as Flyway counts: numbers of any length with dots or low lines between them. Neither leading zeros nor parts that
 * are zero at the end count, so {@code 1}, {@code 01} and {@code 1_0} are one version.
 *
 * @param parts the numbers
 */
record FlywayVersion(List<BigInteger> parts) implements Comparable<FlywayVersion> {
    private static final Pattern LEGAL = Pattern.compile("[0-9]+(?:[._][0-9]+)*");
    private static final Pattern SEPARATOR = Pattern.compile("[._]");

    FlywayVersion {
        parts = List.copyOf(parts);
    }

    /** {@return the version that a text is; empty if it is none} */
    static Optional<FlywayVersion> parse(String text) {
        if (!LEGAL.matcher(text).matches()) {
            return Optional.empty();
        }
        List<BigInteger> parts = new ArrayList<>(
                Arrays.stream(SEPARATOR.split(text)).map(BigInteger::new).toList());
        while (parts.size() > 1 && parts.get(parts.size() - 1).signum() == 0) {
            parts.remove(parts.size() - 1);
        }
        return Optional.of(new FlywayVersion(parts));
    }

    MigrationId id() {
        return new MigrationId(toString());
    }

    @Override
    public int compareTo(FlywayVersion other) {
        for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
            int byPart = parts.get(i).compareTo(other.parts.get(i));
            if (byPart != 0) {
                return byPart;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    @Override
    public String toString() {
        return parts.stream().map(BigInteger::toString).collect(Collectors.joining("."));
    }
}
