package dev.palindrome.spi.operation;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SqlScript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The way back that only an author can know. */
final class Back {
    private static final String NONE_NEEDED = "none needed";

    private Back() {}

    static Reversal of(Optional<String> backwards, Optional<String> irreversible, Location location) {
        if (irreversible.isPresent()) {
            return new Reversal.Absent(irreversible.get());
        }
        if (backwards.isEmpty()) {
            return new Reversal.Absent("its author gave none");
        }
        String text = backwards.get();
        return text.strip().toLowerCase(Locale.ROOT).equals(NONE_NEEDED)
                ? new Reversal.NotNeeded()
                : new Reversal.Given(List.of(new SqlScript(text, location)));
    }
}
