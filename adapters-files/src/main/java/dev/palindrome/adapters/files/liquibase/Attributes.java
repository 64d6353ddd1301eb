package dev.palindrome.adapters.files.liquibase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a directive says behind its name, as {@code key:value} anywhere in the line. The value stands directly behind the colon,
 * and only some may have blanks and stand in double quotes. A key is found within a longer one, too: {@code splitStatements} in
 * {@code rollbackSplitStatements}. The forms are those of Liquibase 5.0, in its {@code AbstractFormattedChangeLogParser}.
 *
 * @param line the line
 */
record Attributes(String line) {
    private static final String WORD = "(\\w+)";
    private static final String PLAIN = "(\\S*)";
    private static final String SET_OFF = "\\s*(\\S+)";
    private static final String QUOTED = "(\".*?\"|\\S*)";

    /** The attributes of a changeset, with the forms of their values. */
    private static final Map<String, String> OF_CHANGESETS = Map.ofEntries(
            Map.entry("context", QUOTED),
            Map.entry("contextFilter", QUOTED),
            Map.entry("labels", QUOTED),
            Map.entry("dbms", "([^,][\\w!,]+)"),
            Map.entry("runOnChange", WORD),
            Map.entry("runAlways", WORD),
            Map.entry("runInTransaction", WORD),
            Map.entry("failOnError", WORD),
            Map.entry("splitStatements", WORD),
            Map.entry("rollbackSplitStatements", WORD),
            Map.entry("stripComments", WORD),
            Map.entry("ignore", WORD),
            Map.entry("endDelimiter", PLAIN),
            Map.entry("rollbackEndDelimiter", PLAIN),
            Map.entry("logicalFilePath", PLAIN),
            Map.entry("runWith", PLAIN));

    /** Those of other directives, where their values aren't plain. */
    private static final Map<String, String> OF_OTHERS = Map.of("name", SET_OFF, "value", SET_OFF);

    private static final Pattern EMPTY = Pattern.compile("(?<!\\S)(\\w+):(?!\\S)");
    private static final Pattern OWN_SPLIT = Pattern.compile("(?i).*\\bsplitStatements:(\\w+).*");
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private static Pattern pattern(String key) {
        String start = key.equals("endDelimiter") ? "\\b" : "";
        String form = OF_CHANGESETS.getOrDefault(key, OF_OTHERS.getOrDefault(key, PLAIN));
        return Pattern.compile("(?i).*" + start + key + ":" + form + ".*");
    }

    /** {@return the value of an attribute; of several the last, as Liquibase takes it} */
    Optional<String> text(String key) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        Matcher found = PATTERNS.computeIfAbsent(key, Attributes::pattern).matcher(line);
        return found.matches()
                ? Optional.of(found.group(1).strip().replaceAll("^\"|\"$", "")).filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    /** {@return whether the word behind an attribute is {@code true}} */
    boolean isTrue(String key, boolean unlessSaid) {
        return text(key).map(value -> value.equalsIgnoreCase("true")).orElse(unlessSaid);
    }

    /** {@return the keys of a changeset that have nothing directly behind their colon, so that they say nothing} */
    List<String> withoutValue() {
        return EMPTY.matcher(line)
                .results()
                .flatMap(empty -> OF_CHANGESETS.keySet().stream().filter(empty.group(1)::equalsIgnoreCase))
                .filter(key -> text(key).isEmpty())
                .toList();
    }

    /** {@return whether how the body is split is said by what is meant for the rollback} */
    boolean isSplitLikeRollback() {
        Matcher own = OWN_SPLIT.matcher(line);
        boolean meant = !own.matches() || own.group(1).equalsIgnoreCase("true");
        return isTrue("splitStatements", true) != meant;
    }
}
