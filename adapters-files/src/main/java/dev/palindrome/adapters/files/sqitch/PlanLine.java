package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a plan that plans a change or names a state.
 *
 * @param isTag whether it names the state after the change above it
 * @param isRevert whether it begins with a minus sign
 * @param name of the change or the tag
 * @param dependencies what stands between the brackets; empty if there are none
 * @param timestamp when it was planned
 * @param planner who planned it, with the address
 * @param note what it is for; may be empty
 */
record PlanLine(
        boolean isTag,
        boolean isRevert,
        String name,
        String dependencies,
        String timestamp,
        String planner,
        String note) {
    private static final Pattern NOTE = Pattern.compile("[ \\t]*#[ \\t]*(.*)");
    private static final Pattern GRAMMAR = Pattern.compile(
            "[ \\t]*(?:(@)|[ \\t]*([+-])[ \\t]*)?(" + Names.NAME
                    + ")[ \\t]*(?:\\[([^]]+)][ \\t]*)?(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)?[ \\t]*(?:([^<]+)[ \\t]+<([^>]+)>)?");

    /** Reads a line that is neither blank nor a comment; throws a {@link ProblemException} without a place. */
    static PlanLine parse(String line) {
        Matcher note = NOTE.matcher(line);
        boolean hasNote = note.find();
        Matcher parts = GRAMMAR.matcher(hasNote ? line.substring(0, note.start()) : line);
        if (!parts.matches()) {
            throw malformed(
                    "'" + line.strip() + "' is neither a change nor a tag. A change is written 'NAME [DEPENDENCIES]"
                            + " TIME PLANNER <ADDRESS> # NOTE', and a tag '@NAME TIME PLANNER <ADDRESS> # NOTE'; a name has no blank,"
                            + " ':', '@', '#' or '\\' in it, neither begins nor ends with a punctuation mark, and has at most "
                            + Names.MOST_CHARACTERS + " characters.");
        }
        String name = parts.group(3);
        if (parts.group(5) == null || parts.group(6) == null) {
            throw malformed("'" + name + "' has no " + (parts.group(5) == null ? "time" : "planner")
                    + ". Add it, such as 2026-11-22T10:15:00Z Ann <ann@example.com>.");
        }
        if (name.equals("ROOT") || name.equals("HEAD") || name.matches("[0-9a-f]{40}.*")) {
            throw malformed("'" + name + "' can't be a name: it means something else to sqitch. Rename it.");
        }
        return new PlanLine(
                parts.group(1) != null,
                "-".equals(parts.group(2)),
                name,
                parts.group(4) == null ? "" : parts.group(4).strip(),
                parts.group(5),
                parts.group(6) + " <" + parts.group(7) + ">",
                hasNote ? note(note.group(1)) : "");
    }

    private static String note(String written) {
        StringBuilder note = new StringBuilder();
        String stripped = written.strip();
        for (int at = 0; at < stripped.length(); at++) {
            char character = stripped.charAt(at);
            char next = at + 1 < stripped.length() ? stripped.charAt(at + 1) : ' ';
            if (character == '\\' && (next == 'n' || next == 'r' || next == '\\')) {
                note.append(next == 'n' ? '\n' : next == 'r' ? '\r' : '\\');
                at++;
            } else {
                note.append(character);
            }
        }
        return note.toString();
    }

    private static ProblemException malformed(String message) {
        return new ProblemException(Problem.error(SqitchCodes.PLAN, message));
    }
}
