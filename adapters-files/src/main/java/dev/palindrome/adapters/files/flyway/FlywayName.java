package dev.palindrome.adapters.files.flyway;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the name of a file says to Flyway: a prefix, a version, two low lines, a description, a suffix. The suffix counts in any
 * case, the prefix does not, and the longest prefix wins, so {@code beforeMigrate.sql} is a callback and no baseline.
 *
 * @param kind what the file is
 * @param prefix with what it begins: the kind's prefix, or the event of a callback
 * @param version its version; empty for what has none
 * @param description what follows the two low lines, with blanks for low lines
 */
record FlywayName(Kind kind, String prefix, Optional<FlywayVersion> version, String description) {

    /** {@return what a name says under these options; empty if Flyway would ignore the file} */
    static Optional<FlywayName> parse(String fileName, FlywayOptions options) {
        return stem(fileName, options.suffixes()).flatMap(stem -> ofStem(stem, options));
    }

    /** {@return the name without its suffix; empty if it has none of them} */
    static Optional<String> stem(String fileName, List<String> suffixes) {
        return suffixes.stream()
                .filter(suffix ->
                        fileName.regionMatches(true, fileName.length() - suffix.length(), suffix, 0, suffix.length()))
                .map(suffix -> fileName.substring(0, fileName.length() - suffix.length()))
                .findFirst();
    }

    /** {@return what a name says once its suffix is off} */
    static Optional<FlywayName> ofStem(String stem, FlywayOptions options) {
        return Stream.concat(
                        options.prefixes().entrySet().stream().map(e -> new Prefix(e.getValue(), e.getKey())),
                        CallbackEvent.names().map(event -> new Prefix(event, Kind.CALLBACK)))
                .filter(prefix -> stem.startsWith(prefix.text()))
                .max(Comparator.comparing(prefix -> prefix.text().length()))
                .flatMap(prefix -> split(prefix, stem.substring(prefix.text().length()), options.separator()));
    }

    private static Optional<FlywayName> split(Prefix prefix, String rest, String separator) {
        int at = rest.indexOf(separator);
        String version = at < 0 ? rest : rest.substring(0, at);
        String description =
                at < 0 ? "" : rest.substring(at + separator.length()).replace('_', ' ');
        Kind kind = prefix.kind();
        if (version.isEmpty()) {
            boolean isNamed = kind == Kind.CALLBACK || !description.isBlank();
            return isNamed && kind.isWithoutVersion()
                    ? Optional.of(new FlywayName(kind, prefix.text(), Optional.empty(), description))
                    : Optional.empty();
        }
        return kind.hasVersion()
                ? FlywayVersion.parse(version)
                        .map(v -> new FlywayName(kind, prefix.text(), Optional.of(v), description))
                : Optional.empty();
    }

    /** {@return the part of the name that tells one repeatable migration from others} */
    String key() {
        return description.strip();
    }

    /** What a file is. */
    enum Kind {
        VERSIONED("V"),
        UNDO("U"),
        BASELINE("B"),
        REPEATABLE("R"),
        CALLBACK("");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** {@return with what its names begin unless the configuration says otherwise} */
        String prefix() {
            return prefix;
        }

        boolean hasVersion() {
            return this == VERSIONED || this == UNDO || this == BASELINE;
        }

        /** An undo file without a version is ours: it takes back the repeatable migration of that description. */
        boolean isWithoutVersion() {
            return this == REPEATABLE || this == CALLBACK || this == UNDO;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Prefix(String text, Kind kind) {}
}
