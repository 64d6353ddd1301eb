package dev.palindrome.adapters.files.goose;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a comment that begins {@code -- +goose} can say to goose. The case of letters doesn't matter. */
enum Annotation {
    UP("Up"),
    DOWN("Down"),
    STATEMENT_BEGIN("StatementBegin"),
    STATEMENT_END("StatementEnd"),
    NO_TRANSACTION("NO TRANSACTION"),
    ENVSUB_ON("ENVSUB ON"),
    ENVSUB_OFF("ENVSUB OFF");

    static final String MARK = "+goose";

    private static final Pattern ALMOST = Pattern.compile(
            "--\\s*(?:\\+\\s*)?goose:?\\s*(?:up|down|statement\\s?(?:begin|end)|no\\s?transaction|envsub\\s?(?:on|off))\\s*",
            Pattern.CASE_INSENSITIVE);

    private final String words;

    Annotation(String words) {
        this.words = words;
    }

    /** {@return whether goose takes a line for an annotation, be it one that it knows or not} */
    static boolean isOne(String line) {
        return line.strip().startsWith("--") && line.contains(MARK);
    }

    /** {@return whether a comment looks like an annotation and is none} */
    static boolean isAlmost(String line) {
        return !isOne(line) && ALMOST.matcher(line.strip()).matches();
    }

    /** {@return what an annotation says; empty if goose doesn't know it} */
    static Optional<Annotation> parse(String line) {
        String rest =
                line.replace("--", "").replaceFirst(Pattern.quote(MARK), "").strip();
        return Arrays.stream(values())
                .filter(annotation -> annotation.words.equalsIgnoreCase(rest))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Annotation::toString).collect(Collectors.joining(", "));
    }

    /** {@return the line as it is written} */
    @Override
    public String toString() {
        return "'-- " + MARK + " " + words + "'";
    }
}
