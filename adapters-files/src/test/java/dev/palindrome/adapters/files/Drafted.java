package dev.palindrome.adapters.files;

import dev.palindrome.spi.DraftRequest;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFormat;
import dev.palindrome.spi.MigrationFormat.Draft;
import dev.palindrome.spi.MigrationFormat.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** New migrations as formats draft them. */
public final class Drafted {
    private Drafted() {}

    /** {@return the files of a first migration in SQL} */
    public static SortedMap<String, String> by(MigrationFormat format, Instant now, String description) {
        return by(format, Language.SQL, now, description, List.of())
                .orElseThrow()
                .files();
    }

    /** {@return the draft of a first migration} */
    public static Optional<Draft> by(MigrationFormat format, Language language, Instant now, String description) {
        return by(format, language, now, description, List.of());
    }

    /** {@return the draft of one more migration} */
    public static Optional<Draft> by(
            MigrationFormat format, Language language, Instant now, String description, List<Migration> before) {
        return format.draft(new DraftRequest(language, now, description, before));
    }
}
