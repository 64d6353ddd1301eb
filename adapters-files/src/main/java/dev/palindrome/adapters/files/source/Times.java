package dev.palindrome.adapters.files.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Times as the histories of other tools have them. */
public final class Times {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    /**
     * Reads a time.
     *
     * @param text {@code 2026-11-22 10:15:00}, with a fraction and a zone or without; without a zone it is taken for UTC, since
     *     nobody wrote down which zone it was
     * @return the time; empty if that is none
     */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(FORM.parseBest(
                            text.strip(),
                            Instant::from,
                            parsed -> LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC)))
                    .map(Instant.class::cast);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
