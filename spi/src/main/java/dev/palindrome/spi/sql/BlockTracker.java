package dev.palindrome.spi.sql;

import java.util.Optional;

/**
 * Follows one statement and knows where a semicolon does not end it, since it stands in the body of a trigger or a routine.
 * Implemented by adapters whose dialect has such bodies; the splitter makes a new one for each statement.
 *
 * @since 0.1
 */
public interface BlockTracker {

    /**
     * Takes the statement's next token. Called for all of them in their order, a semicolon that doesn't end the statement
     * among them.
     *
     * @param token a word, a quoted thing or a symbol
     */
    void accept(Token token);

    /**
     * Says whether the statement goes on behind a semicolon that would come now. Called at each semicolon, before it is
     * accepted, and at the end of the script.
     *
     * @return the outermost block that is open, or empty
     */
    Optional<OpenBlock> open();

    /**
     * The tracker of dialects without blocks.
     *
     * @return a tracker that never sees one
     */
    static BlockTracker none() {
        return new BlockTracker() {
            @Override
            public void accept(Token token) {
                // Nothing opens here.
            }

            @Override
            public Optional<OpenBlock> open() {
                return Optional.empty();
            }
        };
    }
}
