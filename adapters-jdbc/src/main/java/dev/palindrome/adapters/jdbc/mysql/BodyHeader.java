package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.sql.Token;
import dev.palindrome.spi.sql.TokenType;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the body of a routine, trigger, event or package, where nothing marks the place at which the body begins;
 * and the first words of any other statement, which may be a block that stands alone.
 */
final class BodyHeader {
    private static final Set<String> BODIED = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT");
    private static final Set<String> BEFORE_KIND =
            Set.of("OR", "REPLACE", "DEFINER", "AGGREGATE", "CURRENT_USER", "CURRENT_ROLE");
    private static final Set<String> IN_NAME = Set.of("=", "@", ".", "-", "%");

    private static final Set<String> BEFORE_BODY =
            Set.of(")", "ROW", "DO", "DATA", "SQL", "DETERMINISTIC", "DEFINER", "INVOKER", ":");
    private static final Set<String> BEFORE_LAST_WORD =
            Set.of("RETURNS", "FOLLOWS", "PRECEDES", "CHARSET", "SET", "COLLATE");
    private static final Set<String> BEFORE_NAME = Set.of(
            "PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "EXISTS", ".", "=", "@", "ON", "FOLLOWS", "PRECEDES", "TO");
    private static final Set<String> BLOCKS = Set.of("IF", "CASE", "LOOP", "REPEAT", "WHILE");
    private static final Set<String> PLAIN = Set.of(
            "ALTER",
            "CALL",
            "CREATE",
            "DELETE",
            "DROP",
            "EXECUTE",
            "FLUSH",
            "INSERT",
            "KILL",
            "REPLACE",
            "RETURN",
            "SELECT",
            "SET",
            "SIGNAL",
            "TRUNCATE",
            "UPDATE",
            "VALUES",
            "WITH");

    private final ScriptModes modes;
    private Stage stage = Stage.FIRST_WORD;
    private @Nullable Token previous;
    private @Nullable Token beforePrevious;

    BodyHeader(ScriptModes modes) {
        this.modes = modes;
    }

    /** What a token is. */
    enum Place {
        /** Part of the header. */
        HEADER,
        /** The first one of the body's only statement, which may be a block. */
        STATEMENT,
        /** The second one of a block of which the first was its BEGIN. */
        BLOCK,
        /** What opens the declarations in front of a BEGIN, in Oracle's manner. */
        DECLARATIONS,
        /** What opens a package. */
        PACKAGE,
        /** Part of a statement in which nothing has to be followed. */
        PLAIN
    }

    private enum Stage {
        FIRST_WORD,
        BEHIND_BEGIN,
        BEHIND_CREATE,
        IN_LABEL,
        BEHIND_LABEL,
        BEHIND_STATEMENT,
        IN_PACKAGE,
        IN_ROUTINE
    }

    Place accept(Token token) {
        Place place = place(
                token, token.type() == TokenType.QUOTED ? "" : token.text().toUpperCase(Locale.ROOT));
        beforePrevious = previous;
        previous = token;
        return place;
    }

    private Place place(Token token, String word) {
        return switch (stage) {
            case FIRST_WORD -> first(word);
            case BEHIND_BEGIN ->
                word.equals("NOT") || (modes.oracle() && !word.equals("WORK")) ? Place.BLOCK : Place.PLAIN;
            case BEHIND_CREATE -> kind(token, word);
            case IN_LABEL -> inLabel(word);
            case BEHIND_LABEL -> statement();
            case BEHIND_STATEMENT -> behindStatement(word);
            case IN_PACKAGE -> isAs(token) ? Place.PACKAGE : Place.HEADER;
            case IN_ROUTINE -> inRoutine(token, word);
        };
    }

    private Place first(String word) {
        switch (word) {
            case "BEGIN" -> stage = Stage.BEHIND_BEGIN;
            case "CREATE", "ALTER" -> stage = Stage.BEHIND_CREATE;
            case "<" -> stage = Stage.IN_LABEL;
            case "DECLARE" -> {
                return modes.oracle() ? Place.DECLARATIONS : Place.PLAIN;
            }
            default -> {
                return statement();
            }
        }
        return Place.HEADER;
    }

    private Place statement() {
        stage = Stage.BEHIND_STATEMENT;
        return Place.STATEMENT;
    }

    /** A word that opened no block was a label, or the statement is none to be followed. */
    private Place behindStatement(String word) {
        stage = Stage.BEHIND_LABEL;
        return word.equals(":") ? Place.HEADER : Place.PLAIN;
    }

    private Place inLabel(String word) {
        if (word.equals(">") && is(previous, ">")) {
            stage = Stage.BEHIND_LABEL;
        }
        return Place.HEADER;
    }

    private Place kind(Token token, String word) {
        if (BODIED.contains(word)) {
            stage = Stage.IN_ROUTINE;
        } else if (word.equals("PACKAGE")) {
            stage = Stage.IN_PACKAGE;
        } else if (token.type() == TokenType.WORD && !BEFORE_KIND.contains(word) && !isOneOf(previous, IN_NAME)) {
            return Place.PLAIN;
        }
        return Place.HEADER;
    }

    private Place inRoutine(Token token, String word) {
        if (token.depth() > 0 || token.type() == TokenType.QUOTED) {
            return Place.HEADER;
        }
        boolean mayBegin = mayBegin();
        if (modes.oracle() && (isAs(token) || (word.equals("DECLARE") && mayBegin))) {
            return Place.DECLARATIONS;
        }
        boolean isBegin = word.equals("BEGIN") && !isOneOf(previous, BEFORE_NAME);
        boolean isBlock = mayBegin && (BLOCKS.contains(word) || (word.equals("FOR") && !isQuoted(previous)));
        if (isBegin || isBlock) {
            return statement();
        }
        boolean isPlain = mayBegin && PLAIN.contains(word) && !(modes.oracle() && word.equals("RETURN"));
        return isPlain ? Place.PLAIN : Place.HEADER;
    }

    private boolean mayBegin() {
        return isOneOf(previous, BEFORE_BODY) || isQuoted(previous) || isOneOf(beforePrevious, BEFORE_LAST_WORD);
    }

    private static boolean isAs(Token token) {
        return token.depth() == 0 && (token.is("AS") || token.is("IS"));
    }

    private static boolean isOneOf(@Nullable Token token, Set<String> words) {
        return token != null && words.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private static boolean is(@Nullable Token token, String text) {
        return token != null && token.is(text);
    }

    private static boolean isQuoted(@Nullable Token token) {
        return token != null && token.type() == TokenType.QUOTED;
    }
}
