package dev.palindrome.adapters.files.sqitch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a change requires, or can't be together with: {@code users}, {@code users@v1.0}, {@code @v1.0}, the id of a change, or
 * one of these in another project, {@code other:users}.
 *
 * @param written as it stands in the plan, without the exclamation mark
 * @param isConflict whether it is one that begins with an exclamation mark
 * @param project the project that is named; empty for the plan's own
 * @param id the id that is named
 * @param change the name of the change
 * @param tag the name of the tag
 */
record Dependency(
        String written,
        boolean isConflict,
        Optional<String> project,
        Optional<String> id,
        Optional<String> change,
        Optional<String> tag) {
    private static final Pattern GRAMMAR = Pattern.compile("(!?)(?:(" + Names.NAME + "):)?(?:([0-9a-f]{40})|("
            + Names.NAME + ")(?:@(" + Names.NAME + "))?|@(" + Names.NAME + "))");

    /** {@return the dependency; empty if that is none} */
    static Optional<Dependency> parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Dependency(
                text.substring(matcher.end(1)),
                !matcher.group(1).isEmpty(),
                Optional.ofNullable(matcher.group(2)),
                Optional.ofNullable(matcher.group(3)),
                Optional.ofNullable(matcher.group(4)),
                Optional.ofNullable(matcher.group(5)).or(() -> Optional.ofNullable(matcher.group(6)))));
    }

    boolean isIn(String ownProject) {
        return project.isEmpty() || project.get().equals(ownProject);
    }

    /** {@return how it counts in a change's id: its own project is never named there} */
    String canonical(String ownProject) {
        return project.isPresent() && isIn(ownProject)
                ? written.substring(project.get().length() + 1)
                : written;
    }
}
