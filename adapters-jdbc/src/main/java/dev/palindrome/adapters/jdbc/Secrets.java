package dev.palindrome.adapters.jdbc;

import dev.palindrome.spi.DatabaseAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must not be shown of an address; drivers quote their whole URL when they don't like it. */
final class Secrets {
    private final List<String> values;

    /** What we show anyway would only make messages unreadable, such as the password 'app' of a user 'app'. */
    Secrets(DatabaseAddress address) {
        String shown = address.redactedUrl() + address.user().orElse("");
        this.values = address.secrets().stream()
                .filter(secret -> !shown.contains(secret))
                .toList();
    }

    /** {@return the text with asterisks in their place} */
    String hiddenIn(String text) {
        String hidden = DatabaseAddress.of(text).redactedUrl();
        for (String value : values) {
            hidden = hidden.replace(value, "***");
        }
        return hidden;
    }

    /** {@return whether a stack trace of it would show one} */
    boolean areShownBy(Throwable error) {
        for (@Nullable Throwable e = error; e != null; e = e.getCause()) {
            String text = e.toString();
            if (!hiddenIn(text).equals(text)) {
                return true;
            }
        }
        return false;
    }
}
