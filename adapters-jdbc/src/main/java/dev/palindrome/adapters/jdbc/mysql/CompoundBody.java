package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.sql.BlockTracker;
import dev.palindrome.spi.sql.OpenBlock;
import dev.palindrome.spi.sql.Token;
import dev.palindrome.spi.sql.TokenType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the bodies of routines, triggers, events and packages, and blocks that stand alone. Their key words are functions and
 * names elsewhere ({@code IF(a, b, c)}, a column {@code begin}), so they count only where a statement of a body begins.
 */
final class CompoundBody implements BlockTracker {
    private static final String DECLARATIONS = "DECLARE";
    private static final String EXPRESSION = "CASE expression";
    private static final String PACKAGE = "PACKAGE";
    private static final Set<String> NAMED_BY_END = Set.of("IF", "CASE", "LOOP", "REPEAT", "WHILE", "FOR");

    private final BodyHeader header;
    private final HandlerConditions conditions = new HandlerConditions();
    private final Deque<Block> blocks = new ArrayDeque<>();

    private @Nullable Token comment;
    private @Nullable Token previous;
    private boolean isFinished;
    private boolean atStatement;
    private boolean previousBegan;
    private boolean isBehindEnd;
    private boolean inPackageRoutine;
    private String statement = "";

    CompoundBody(ScriptModes modes) {
        this.header = new BodyHeader(modes);
    }

    @Override
    public void accept(Token token) {
        if (ExecutableComment.opens(token)) {
            comment = token;
        } else if (ExecutableComment.closes(token)) {
            comment = null;
        } else if (!isFinished) {
            if (blocks.isEmpty()) {
                begin(token, header.accept(token));
            } else {
                follow(token);
                isFinished = blocks.isEmpty();
            }
            previous = token;
        }
    }

    @Override
    public Optional<OpenBlock> open() {
        return Optional.ofNullable(blocks.peekLast())
                .map(outermost -> new OpenBlock(outermost.opening(), outermost.closing()))
                .or(() -> Optional.ofNullable(comment).map(c -> new OpenBlock(c, ExecutableComment.CLOSING)));
    }

    private void begin(Token token, BodyHeader.Place place) {
        switch (place) {
            case HEADER -> {}
            case PLAIN -> isFinished = true;
            case STATEMENT -> {
                statement = upperCase(token);
                boolean isBlock = NAMED_BY_END.contains(statement) || statement.equals("BEGIN");
                atStatement = isBlock && step(token, true);
            }
            case BLOCK -> {
                push("BEGIN", previous == null ? token : previous);
                atStatement = true;
                follow(token);
            }
            case DECLARATIONS -> open(DECLARATIONS, token);
            case PACKAGE -> open(PACKAGE, token);
        }
    }

    private void open(String kind, Token token) {
        push(kind, token);
        atStatement = true;
    }

    private void follow(Token token) {
        String word = upperCase(token);
        if (isBehindEnd && NAMED_BY_END.contains(word)) {
            isBehindEnd = false;
            return;
        }
        isBehindEnd = false;
        boolean handles = conditions.endBefore(word, statement);
        boolean begins = atStatement || handles;
        if (begins) {
            statement = word;
        }
        atStatement = step(token, begins);
        previousBegan = begins;
    }

    /** {@return whether a statement begins behind the token} */
    private boolean step(Token token, boolean begins) {
        String word = upperCase(token);
        return switch (word) {
            case "BEGIN" -> begins && enter(token);
            case "IF", "WHILE", "FOR" -> begins && !push(word, token);
            case "LOOP" -> !begins || push(word, token); // it follows the condition of a loop in Oracle's manner
            case "REPEAT" -> begins && push(word, token);
            case "CASE" -> !push(begins ? word : EXPRESSION, token);
            case "THEN", "ELSE" -> !isInnermost(EXPRESSION);
            case "DO" -> !begins;
            case "END" -> leave(begins);
            case ";" -> endStatement();
            case ":" -> previousBegan;
            case ">" -> statement.equals("<") && previous != null && previous.is(">");
            case "ATOMIC" -> statement.equals("NOT");
            case "PROCEDURE", "FUNCTION" -> {
                inPackageRoutine = inPackageRoutine || (begins && isInnermost(PACKAGE));
                yield false;
            }
            case "AS", "IS" -> inPackageRoutine && declare(token);
            default -> false;
        };
    }

    /** The BEGIN of a package's own statements ends with the package. */
    private boolean enter(Token token) {
        if (isInnermost(DECLARATIONS)) {
            push("BEGIN", blocks.pop().opening());
        } else if (!isInnermost(PACKAGE)) {
            push("BEGIN", token);
        }
        return true;
    }

    private boolean leave(boolean begins) {
        boolean isExpression = isInnermost(EXPRESSION);
        if (begins || isExpression || statement.equals("UNTIL")) {
            blocks.pop();
            isBehindEnd = !isExpression;
        }
        return false;
    }

    private boolean endStatement() {
        inPackageRoutine = false;
        statement = "";
        return true;
    }

    private boolean declare(Token token) {
        inPackageRoutine = false;
        return push(DECLARATIONS, token);
    }

    private boolean isInnermost(String kind) {
        return !blocks.isEmpty() && blocks.getFirst().kind().equals(kind);
    }

    /** {@return true, for the sake of those who ask what follows} */
    private boolean push(String kind, Token opening) {
        blocks.push(new Block(kind, opening));
        return true;
    }

    private static String upperCase(Token token) {
        return token.type() == TokenType.QUOTED ? "" : token.text().toUpperCase(Locale.ROOT);
    }

    /**
     * A block that is open.
     *
     * @param kind the word that opened it
     * @param opening where it opened
     */
    private record Block(String kind, Token opening) {
        String closing() {
            return switch (kind) {
                case DECLARATIONS -> "BEGIN ... END";
                case "BEGIN", PACKAGE, EXPRESSION -> "END";
                default -> "END " + kind;
            };
        }
    }
}
