package dev.palindrome.spi.sql;

import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Splits scripts into statements by the rules that a dialect gives it. Made by adapter authors, as a constant of their
 * dialect, and called by {@link dev.palindrome.spi.Dialect#split}:
 *
 * <pre>{@code
 * private static final ScriptSplitter SPLITTER = ScriptSplitter.of(
 *                 Comments.line("--"), Comments.block(), Quotes.doubled('\''), Quotes.doubled('"'))
 *         .withKinds(StatementTable.empty().with(STANDALONE, "VACUUM").with(BEGIN, "BEGIN")::kindOf);
 * }</pre>
 *
 * <p>A statement's text reaches from its first token to its last, as written; the comments within it stay, those before and
 * behind it and the delimiter go. Its location is the line of its first token. Statements without a token are left out;
 * the last one needs no delimiter. A byte order mark and every kind of blank are white space; a NUL is refused. The time
 * is linear in the length of the script. Immutable, and safe for use by several threads.
 *
 * @since 0.1
 */
public final class ScriptSplitter {
    private final List<LexerRule> rules;
    private final Supplier<? extends BlockTracker> blocks;
    private final Function<List<Token>, StatementKind> kinds;
    private final Semicolons semicolons;

    private ScriptSplitter(
            List<LexerRule> rules,
            Supplier<? extends BlockTracker> blocks,
            Function<List<Token>, StatementKind> kinds,
            Semicolons semicolons) {
        this.rules = rules;
        this.blocks = blocks;
        this.kinds = kinds;
        this.semicolons = semicolons;
    }

    /**
     * A splitter that ends statements at each semicolon and takes all of them for ordinary ones.
     *
     * @param rules the dialect's quotes, comments and client commands, tried in this order wherever a token may begin.
     *     White space, words and single marks need no rule
     * @return the splitter
     */
    public static ScriptSplitter of(LexerRule... rules) {
        return new ScriptSplitter(
                List.of(rules), BlockTracker::none, StatementTable.empty()::kindOf, Semicolons.END_ALWAYS);
    }

    /**
     * Sets how blocks are recognised.
     *
     * @param trackers makes a tracker for each statement
     * @return such a splitter
     */
    public ScriptSplitter withBlocks(Supplier<? extends BlockTracker> trackers) {
        return new ScriptSplitter(rules, trackers, kinds, semicolons);
    }

    /**
     * Sets how statements are told apart.
     *
     * @param kindOf given a statement's tokens, at least one, gives its kind; or throws {@link ProblemException}, which
     *     ends the splitting, if the statement can't be run. Most often a {@link StatementTable#kindOf}
     * @return such a splitter
     */
    public ScriptSplitter withKinds(Function<List<Token>, StatementKind> kindOf) {
        return new ScriptSplitter(rules, blocks, kindOf, semicolons);
    }

    /**
     * Lets semicolons in parentheses end nothing.
     *
     * @return such a splitter
     */
    public ScriptSplitter withSemicolonsInParentheses() {
        return new ScriptSplitter(rules, blocks, kinds, Semicolons.END_OUTSIDE_PARENTHESES);
    }

    /**
     * Gives statements that a dialect rendered the kinds that they would have in a script.
     *
     * @param rendered statements, each of them one
     * @return the same statements; those that already are of another kind than ordinary stay so
     */
    public List<Instruction> classify(List<Statement> rendered) {
        List<Instruction> classified = new ArrayList<>();
        for (Statement statement : rendered) {
            List<Statement> read = split(new SqlScript(statement.sql(), statement.location()));
            boolean isOne = statement.kind() == StatementKind.ORDINARY && read.size() == 1;
            classified.add(
                    isOne
                            ? new Statement(
                                    statement.sql(),
                                    statement.parameters(),
                                    read.get(0).kind(),
                                    statement.location())
                            : statement);
        }
        return classified;
    }

    /**
     * Splits a script.
     *
     * @param script the script as written
     * @return its statements in order
     * @throws ProblemException with {@code script/unterminated} where something opens that nothing closes, and with
     *     {@code script/unsupported} for each thing that a rule refuses
     */
    public List<Statement> split(SqlScript script) {
        return new Splitting(script, rules, blocks, kinds, semicolons).statements();
    }

    /** Which semicolons end a statement, blocks aside. */
    enum Semicolons {
        END_ALWAYS,
        END_OUTSIDE_PARENTHESES
    }
}
