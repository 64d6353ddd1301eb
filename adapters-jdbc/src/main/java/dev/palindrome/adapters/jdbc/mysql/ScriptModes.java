package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.sql.Token;
import dev.palindrome.spi.sql.TokenType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sql_mode while a script goes on, as far as it changes how the rest of it is read. It is followed through values that are
 * written out, and through variables of the script in which they were kept, as dumps do it.
 */
final class ScriptModes {
    private static final String QUOTES = "ANSI_QUOTES";
    private static final String NO_ESCAPES = "NO_BACKSLASH_ESCAPES";
    private static final String ORACLE = "ORACLE";
    private static final Set<String> OURS = Set.of(QUOTES, NO_ESCAPES, ORACLE);

    /** Modes that stand for several, ANSI_QUOTES among them (the servers' manuals, sql_mode). */
    private static final Set<String> QUOTING = Set.of("ANSI", "DB2", "MAXDB", "MSSQL", ORACLE, "POSTGRESQL");

    private Set<String> modes = Set.of();
    private final Map<String, Set<String>> kept = new HashMap<>();

    boolean ansiQuotes() {
        return modes.contains(QUOTES);
    }

    boolean noBackslashEscapes() {
        return modes.contains(NO_ESCAPES);
    }

    boolean oracle() {
        return modes.contains(ORACLE);
    }

    /** Takes a statement; of all but SET, nothing is looked at. */
    void follow(List<Token> statement) {
        if (statement.isEmpty() || !statement.get(0).is("SET")) {
            return;
        }
        List<Token> assignment = new ArrayList<>();
        for (Token token : statement.subList(1, statement.size())) {
            if (token.is(",") && token.depth() == 0) {
                assign(assignment);
                assignment = new ArrayList<>();
            } else {
                assignment.add(token);
            }
        }
        assign(assignment);
    }

    private void assign(List<Token> assignment) {
        int sign = 0;
        while (sign < assignment.size() && !assignment.get(sign).is("=")) {
            sign++;
        }
        if (sign == assignment.size()) {
            return;
        }
        String target = text(assignment.subList(0, sign)).replace(":", "");
        List<Token> value = assignment.subList(sign + 1, assignment.size());
        if (target.endsWith("SQL_MODE") && !target.contains("GLOBAL") && !isOwnVariable(target)) {
            modes = modes(value);
        } else if (isOwnVariable(target) && text(value).endsWith("SQL_MODE") && !isOwnVariable(text(value))) {
            kept.put(target, modes);
        }
    }

    private Set<String> modes(List<Token> value) {
        String text = text(value);
        if (isOwnVariable(text)) {
            return kept.getOrDefault(text, modes);
        }
        if (value.size() == 1) {
            return named(value);
        }
        Set<String> mentioned = named(value);
        if (mentioned.isEmpty()) {
            return modes;
        }
        if (text.startsWith("CONCAT(@@")) {
            return Stream.concat(modes.stream(), mentioned.stream()).collect(Collectors.toSet());
        }
        throw new ProblemException(Problem.error(
                        ProblemCodes.SCRIPT_UNSUPPORTED,
                        "How the rest of the script is read depends on what sql_mode becomes here, which can't be seen."
                                + " Write its value out as a text.")
                .at(value.get(0).location()));
    }

    /** {@return those of our modes that the texts and words among the tokens name} */
    private static Set<String> named(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.type() != TokenType.SYMBOL)
                .flatMap(
                        token -> Stream.of(token.text().toUpperCase(Locale.ROOT).split("[^A-Z0-9_]+")))
                .flatMap(mode -> QUOTING.contains(mode) ? Stream.of(mode, QUOTES) : Stream.of(mode))
                .filter(OURS::contains)
                .collect(Collectors.toSet());
    }

    private static boolean isOwnVariable(String text) {
        return text.startsWith("@") && !text.startsWith("@@");
    }

    private static String text(List<Token> tokens) {
        return tokens.stream()
                .map(token -> token.text().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
