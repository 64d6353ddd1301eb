package dev.palindrome.spi.sql;

import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.sql.ScriptSplitter.Semicolons;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One pass over one script: what is open, what was found, the statement under way. */
final class Splitting {
    private static final String SEMICOLON = ";";

    private final SqlScript script;
    private final List<LexerRule> rules;
    private final Supplier<? extends BlockTracker> trackers;
    private final Function<List<Token>, StatementKind> kinds;
    private final Semicolons semicolons;
    private final ScriptCursor cursor;
    private final List<Statement> statements = new ArrayList<>();

    private List<Token> tokens = new ArrayList<>();
    private final Deque<Token> parentheses = new ArrayDeque<>();
    private BlockTracker blocks;
    private int start;
    private int end;

    Splitting(
            SqlScript script,
            List<LexerRule> rules,
            Supplier<? extends BlockTracker> trackers,
            Function<List<Token>, StatementKind> kinds,
            Semicolons semicolons) {
        this.script = script;
        this.rules = rules;
        this.trackers = trackers;
        this.kinds = kinds;
        this.semicolons = semicolons;
        this.cursor = new ScriptCursor(script);
        this.blocks = trackers.get();
    }

    List<Statement> statements() {
        refuseNul();
        try {
            while (!cursor.atEnd()) {
                cursor.beginToken();
                if (cursor.at(cursor.delimiter()) && endsStatement()) {
                    cursor.advance(cursor.delimiter().length());
                    endStatement();
                } else {
                    take(nextToken());
                }
            }
            endScript();
        } catch (ProblemException e) {
            e.problems().forEach(cursor::report);
        }
        if (!cursor.problems().isEmpty()) {
            throw new ProblemException(cursor.problems());
        }
        return List.copyOf(statements);
    }

    private void refuseNul() {
        int nul = script.text().indexOf('\0');
        if (nul >= 0) {
            cursor.advance(nul);
            cursor.beginToken();
            cursor.refuse("A NUL character stands at " + cursor.location()
                    + ", which no database takes. Remove it; if the whole file is UTF-16, save it as UTF-8.");
            throw new ProblemException(cursor.problems());
        }
    }

    private boolean endsStatement() {
        return !cursor.delimiter().equals(SEMICOLON)
                || (!parenthesesHold() && blocks.open().isEmpty());
    }

    private boolean parenthesesHold() {
        return semicolons == Semicolons.END_OUTSIDE_PARENTHESES && !parentheses.isEmpty();
    }

    private TokenType nextToken() {
        if (Words.isBlank(cursor.ahead(0))) {
            Words.skipBlanks(cursor);
            return TokenType.BLANK;
        }
        for (LexerRule rule : rules) {
            Optional<TokenType> type = rule.read(cursor);
            if (type.isPresent()) {
                return type.get();
            }
        }
        return Words.read(cursor);
    }

    private void take(TokenType type) {
        if (cursor.position() == cursor.tokenStart()) {
            throw new IllegalStateException(
                    "A lexer rule read " + type + " without moving the cursor at " + cursor.location());
        }
        if (type == TokenType.BLANK) {
            return;
        }
        if (tokens.isEmpty()) {
            start = cursor.tokenStart();
            cursor.statementStart(false);
        }
        end = cursor.position();
        String text = cursor.taken();
        if (text.equals(")")) {
            parentheses.pollLast();
        }
        Token token = new Token(type, text, cursor.location(), parentheses.size());
        if (text.equals("(")) {
            parentheses.addLast(token);
        }
        tokens.add(token);
        blocks.accept(token);
    }

    private void endStatement() {
        if (!tokens.isEmpty()) {
            String sql = script.text().substring(start, end);
            statements.add(Statement.of(sql, kinds.apply(tokens), tokens.get(0).location()));
            tokens = new ArrayList<>();
            parentheses.clear();
        }
        blocks = trackers.get();
        cursor.statementStart(true);
    }

    private void endScript() {
        if (!cursor.problems().isEmpty()) {
            return;
        }
        Optional<OpenBlock> block = blocks.open();
        if (parenthesesHold()) {
            unterminated("The parenthesis", parentheses.getFirst(), ")");
        } else if (block.isPresent()) {
            unterminated("The block", block.get().opening(), block.get().closing());
        } else {
            endStatement();
        }
    }

    private void unterminated(String what, Token opening, String closing) {
        cursor.reportUnterminated(what, opening.text(), opening.location(), "Close it with " + closing + ".");
    }
}
