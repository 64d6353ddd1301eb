package dev.palindrome.adapters.files.dbmate;

import dev.palindrome.adapters.files.source.Line;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that begins a half: {@code -- migrate:up} or {@code -- migrate:down} in the first column, with options behind it.
 *
 * @param half which half
 * @param options what follows, cut at blanks
 * @param line where it stands
 */
record Marker(Half half, List<String> options, Line line) {
    private static final Pattern FORM = Pattern.compile("--\\s*migrate:(up|down)(?:\\s+(.*))?");

    /** {@return the marker on a line, if there is one; dbmate doesn't look whether it stands within quotes} */
    static Optional<Marker> parse(Line line) {
        Matcher form = FORM.matcher(line.content());
        if (!form.matches()) {
            return Optional.empty();
        }
        String rest = form.group(2) == null ? "" : form.group(2).strip();
        return Optional.of(new Marker(
                form.group(1).equals("up") ? Half.UP : Half.DOWN,
                rest.isEmpty() ? List.of() : List.of(rest.split("\\s+")),
                line));
    }

    boolean isTransactional() {
        return options.stream().filter(Marker::isTransaction).reduce((first, last) -> last).stream()
                .noneMatch("transaction:false"::equals);
    }

    /** {@return the options that dbmate passes over} */
    List<String> meaningless() {
        return options.stream()
                .filter(option -> !option.equals("transaction:false") && !option.equals("transaction:true"))
                .toList();
    }

    /** An option is a key and a value with exactly one colon. */
    private static boolean isTransaction(String option) {
        return option.startsWith("transaction:") && option.indexOf(':') == option.lastIndexOf(':');
    }

    enum Half {
        UP("'-- migrate:up'"),
        DOWN("'-- migrate:down'");

        private final String words;

        Half(String words) {
            this.words = words;
        }

        /** {@return the line as it is written} */
        @Override
        public String toString() {
            return words;
        }
    }
}
