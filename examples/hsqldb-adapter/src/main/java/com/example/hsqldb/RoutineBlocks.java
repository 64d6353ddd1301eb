package com.example.hsqldb;

import dev.palindrome.spi.sql.BlockTracker;
import dev.palindrome.spi.sql.OpenBlock;
import dev.palindrome.spi.sql.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Follows {@code BEGIN ATOMIC … END} and what nests in it, in routines and triggers. */
final class RoutineBlocks implements BlockTracker {
    private static final Set<String> CONTROL = Set.of("IF", "LOOP", "WHILE", "REPEAT", "FOR");
    private static final Set<String> BEFORE_A_STATEMENT =
            Set.of(";", ":", "ATOMIC", "THEN", "ELSE", "DO", "LOOP", "REPEAT");

    private final Deque<Token> open = new ArrayDeque<>();
    private String previous = "";

    @Override
    public void accept(Token token) {
        String word = token.text().toUpperCase(Locale.ROOT);
        if (previous.equals("BEGIN") && word.equals("ATOMIC")) {
            open.push(token);
        } else if (!open.isEmpty() && word.equals("END")) {
            open.pop();
        } else if (!open.isEmpty() && !previous.equals("END") && opens(word)) {
            open.push(token);
        }
        previous = word;
    }

    private boolean opens(String word) {
        return word.equals("CASE") || (CONTROL.contains(word) && BEFORE_A_STATEMENT.contains(previous));
    }

    @Override
    public Optional<OpenBlock> open() {
        return Optional.ofNullable(open.peekLast()).map(token -> new OpenBlock(token, "END"));
    }
}
