package dev.palindrome.spi;

import dev.palindrome.spi.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;

/**
 * SQL text of any number of statements, in the dialect of the database it is meant for. The text is sent as written; the
 * dialect splits it into statements.
 *
 * @param text the script
 * @param location where the script's first line stands
 * @since 0.1
 */
public record SqlScript(String text, Location location) implements Operation {

    /** {@return the script's statements, each with its own line} */
    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        return List.copyOf(dialect.split(this));
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return new Reversal.Absent("its author gave none");
    }

    @Override
    public String fingerprint() {
        return text;
    }

    /**
     * Says whether there is nothing in it but blanks, comments and semicolons. A script can have no statement all the same:
     * only a dialect knows what its database takes for a comment.
     *
     * @return whether {@link #firstCode} finds nothing
     */
    public boolean isEmpty() {
        return LeadingComments.end(text) == text.length();
    }

    /**
     * Finds its SQL. Called by format readers, to say where SQL stands that shouldn't be there.
     *
     * @return the line of the first character that is neither blank nor in a comment; empty if there is none
     */
    public Optional<Location> firstCode() {
        int code = LeadingComments.end(text);
        if (code == text.length()) {
            return Optional.empty();
        }
        int breaks = 0;
        for (int at = 0; at < code; at++) {
            char character = text.charAt(at);
            if (character == '\n' || (character == '\r' && text.charAt(at + 1) != '\n')) {
                breaks++;
            }
        }
        return Optional.of(location.plusLines(breaks));
    }
}
