package dev.palindrome.spi.sql;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.SqlScript;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a script, moved by {@link LexerRule}s. Made by {@link ScriptSplitter}, one for each script; never moves back.
 *
 * @since 0.1
 */
public final class ScriptCursor {
    private static final int EXCERPT = 40;

    /** Nobody reads more, and a file that is no script at all would fill the memory with them. */
    private static final int MOST_PROBLEMS = 100;

    private final SqlScript script;
    private final String text;
    private final List<Problem> problems = new ArrayList<>();
    private String delimiter = ";";
    private boolean isDelimiterOfWords;
    private boolean statementStart = true;
    private int position;
    private int tokenStart;
    private int lineEnds;
    private Location location;

    ScriptCursor(SqlScript script) {
        this.script = script;
        this.text = script.text();
        this.location = script.location();
    }

    /** {@return whether the script ends here} */
    public boolean atEnd() {
        return position >= text.length();
    }

    /**
     * Looks at a character.
     *
     * @param distance how far ahead of the cursor, 0 for the one at which it stands
     * @return the character; NUL, which no script contains, behind the end of the script
     */
    public char ahead(int distance) {
        int index = position + distance;
        return index < text.length() ? text.charAt(index) : '\0';
    }

    /**
     * Compares what stands here, without regard to case.
     *
     * @param expected some characters
     * @return whether the script goes on with them
     */
    public boolean at(String expected) {
        return text.regionMatches(true, position, expected, 0, expected.length());
    }

    /** {@return whether no token of a statement has come since the last delimiter} */
    public boolean atStatementStart() {
        return statementStart;
    }

    /**
     * Moves on.
     *
     * @param characters how far; stops at the end of the script
     */
    public void advance(int characters) {
        position = Math.min(position + characters, text.length());
    }

    /**
     * Moves behind the next occurrence of a text, or to the end of the script.
     *
     * @param closing some characters
     * @return whether they were found
     */
    public boolean advancePast(String closing) {
        int found = text.indexOf(closing, position);
        position = found < 0 ? text.length() : found + closing.length();
        return found >= 0;
    }

    /** Moves to the end of the line, in front of its line feed or carriage return. */
    public void advanceToLineEnd() {
        while (!atEnd() && !isLineEnd(ahead(0))) {
            position++;
        }
    }

    /** {@return the characters from the beginning of the token that is being read to the cursor} */
    public String taken() {
        return text.substring(tokenStart, position);
    }

    /** {@return where the token begins that is being read} */
    public Location location() {
        return location;
    }

    /**
     * Lets statements end with another text than a semicolon from here on, as some clients' DELIMITER does. Blocks and
     * parentheses hold back semicolons alone.
     *
     * @param text one or more characters, without white space
     */
    public void endStatementsWith(String text) {
        delimiter = text;
        isDelimiterOfWords = Words.continuesWord(text.charAt(0));
    }

    /**
     * Reports the token that is being read as {@code script/unterminated} and moves to the end of the script.
     *
     * @param what the open thing, as a sentence begins with it: {@code "The comment"}
     * @param remedy a sentence that says how to close it
     */
    public void unterminated(String what, String remedy) {
        String opening = text.substring(tokenStart, Math.min(tokenStart + EXCERPT, lineEndFrom(tokenStart)));
        position = text.length();
        reportUnterminated(what, opening, location, remedy);
    }

    /**
     * Reports the token that is being read as {@code script/unsupported}. Reading goes on behind the cursor, so that all
     * such problems of a script are shown together, up to a hundred.
     *
     * @param message what it is, and what to do about it
     */
    public void refuse(String message) {
        report(Problem.error(ProblemCodes.SCRIPT_UNSUPPORTED, message).at(location));
    }

    void reportUnterminated(String what, String opening, Location where, String remedy) {
        String message = what + " that opens at " + where + " is still open at the end of the script. " + remedy
                + " It begins: " + opening;
        report(Problem.error(ProblemCodes.SCRIPT_UNTERMINATED, message).at(where));
    }

    void report(Problem problem) {
        problems.add(problem);
        if (problems.size() >= MOST_PROBLEMS) {
            position = text.length();
        }
    }

    List<Problem> problems() {
        return problems;
    }

    /** Lets the next token begin here. Each character is looked at once in all calls together. */
    void beginToken() {
        int before = lineEnds;
        for (int i = tokenStart; i < position; i++) {
            char c = text.charAt(i);
            if (c == '\r' || (c == '\n' && (i == 0 || text.charAt(i - 1) != '\r'))) {
                lineEnds++;
            }
        }
        tokenStart = position;
        if (lineEnds > before) {
            location = script.location().plusLines(lineEnds);
        }
    }

    void statementStart(boolean atStart) {
        statementStart = atStart;
    }

    String delimiter() {
        return delimiter;
    }

    /** {@return whether statements end here although a word doesn't: with dollars or letters, as some scripts have it} */
    boolean atDelimiterInWord() {
        return isDelimiterOfWords && at(delimiter);
    }

    int position() {
        return position;
    }

    int tokenStart() {
        return tokenStart;
    }

    private int lineEndFrom(int start) {
        int end = start;
        while (end < text.length() && !isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
