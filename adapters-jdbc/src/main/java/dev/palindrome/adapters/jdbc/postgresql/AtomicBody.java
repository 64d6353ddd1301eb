package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.sql.BlockTracker;
import dev.palindrome.spi.sql.OpenBlock;
import dev.palindrome.spi.sql.Token;
import dev.palindrome.spi.sql.TokenType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a function or procedure in standard SQL: {@code BEGIN ATOMIC ... END}, in which CASE ends with END too. As
 * psqlscan.l follows it, but a BEGIN without ATOMIC, or a CASE or END that is a column's name (behind AS or a dot), is a
 * name as it is for the server.
 */
final class AtomicBody implements BlockTracker {
    private static final List<String> ROUTINE = List.of("FUNCTION", "PROCEDURE");

    private final List<String> firstWords = new ArrayList<>();
    private @Nullable Token previous;
    private @Nullable Token opening;
    private int depth;

    @Override
    public void accept(Token token) {
        if (token.type() == TokenType.WORD && firstWords.size() < 4) {
            firstWords.add(token.text());
        }
        if (opening == null) {
            if (token.is("ATOMIC") && previous != null && previous.is("BEGIN") && createsRoutine()) {
                opening = previous;
                depth = 1;
            }
        } else if (token.depth() == opening.depth() && !isName()) {
            depth += token.is("CASE") ? 1 : token.is("END") ? -1 : 0;
        }
        previous = token;
    }

    @Override
    public Optional<OpenBlock> open() {
        return depth > 0 && opening != null ? Optional.of(new OpenBlock(opening, "END")) : Optional.empty();
    }

    private boolean isName() {
        return previous != null && (previous.is("AS") || previous.is("."));
    }

    /** CREATE [OR REPLACE] {FUNCTION|PROCEDURE}. */
    private boolean createsRoutine() {
        return wordIs(0, "CREATE") && (isRoutine(1) || (wordIs(1, "OR") && wordIs(2, "REPLACE") && isRoutine(3)));
    }

    private boolean isRoutine(int index) {
        return ROUTINE.stream().anyMatch(word -> wordIs(index, word));
    }

    private boolean wordIs(int index, String word) {
        return index < firstWords.size() && firstWords.get(index).equalsIgnoreCase(word);
    }
}
