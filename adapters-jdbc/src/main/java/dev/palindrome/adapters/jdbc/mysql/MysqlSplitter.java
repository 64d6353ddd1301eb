package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.sql.ClientCommands;
import dev.palindrome.spi.sql.Comments;
import dev.palindrome.spi.sql.LexerRule;
import dev.palindrome.spi.sql.Quotes;
import dev.palindrome.spi.sql.ScriptSplitter;
import dev.palindrome.spi.sql.Token;
import java.util.List;

/**
 * Splits scripts as the servers read them, with the one command of their clients that changes where statements end,
 * DELIMITER. The clients know nothing of bodies and would cut a procedure at its first semicolon unless DELIMITER forbids it;
 * here a body holds its semicolons together by itself, too.
 */
final class MysqlSplitter {
    private static final StatementKinds KINDS = new StatementKinds();
    private static final LexerRule APOSTROPHES = Quotes.doubled('\'');
    private static final LexerRule ESCAPED_APOSTROPHES = Quotes.escaped('\'');
    private static final LexerRule QUOTES = Quotes.doubled('"');
    private static final LexerRule ESCAPED_QUOTES = Quotes.escaped('"');

    List<Statement> split(SqlScript script) {
        return splitter().split(script);
    }

    /** Rendered statements with their kinds. */
    List<Instruction> classify(List<Statement> rendered) {
        return splitter().classify(rendered);
    }

    /** One for each script, since what a script sets changes how the rest of it is read. */
    private static ScriptSplitter splitter() {
        ScriptModes modes = new ScriptModes();
        return ScriptSplitter.of(
                        ClientCommands.delimiter(),
                        new ClientCommand(),
                        new LineComment(),
                        new ExecutableComment(),
                        Comments.block(),
                        cursor -> (modes.noBackslashEscapes() ? APOSTROPHES : ESCAPED_APOSTROPHES).read(cursor),
                        cursor -> (modes.ansiQuotes() || modes.noBackslashEscapes() ? QUOTES : ESCAPED_QUOTES)
                                .read(cursor),
                        Quotes.doubled('`'))
                .withBlocks(() -> new CompoundBody(modes))
                .withKinds(tokens -> {
                    List<Token> said = ExecutableComment.without(tokens);
                    modes.follow(said);
                    return KINDS.of(said);
                });
    }
}
