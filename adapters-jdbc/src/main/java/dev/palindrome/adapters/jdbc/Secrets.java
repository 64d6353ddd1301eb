package dev.palindrome.adapters.jdbc;

import dev.palindrome.spi.DatabaseAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must not be shown of an address; drivers quote their whole URL when they don't like it. */
final class Secrets {
    private static final Pattern IN_URL = Pattern.compile(
            "(?i)(?:password|passwd|pwd|secret|token)[^=&;?\\s]*\\s*=(?<value>[^&;]+)|//[^/@:?]*:(?<login>[^/?]+)@");

    private final List<String> values = new ArrayList<>();

    Secrets(DatabaseAddress address) {
        address.password().ifPresent(values::add);
        Matcher matcher = IN_URL.matcher(address.url());
        while (matcher.find()) {
            values.add(Optional.ofNullable(matcher.group("value")).orElseGet(() -> matcher.group("login")));
        }
        // what we show anyway would only make messages unreadable, such as the password 'app' of a user 'app'
        String shown = address.redactedUrl() + address.user().orElse("");
        values.removeIf(shown::contains);
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
