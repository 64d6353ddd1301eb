package dev.palindrome.spi;

import java.util.List;

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
    public List<Instruction> compile(Dialect dialect) {
        return List.copyOf(dialect.split(this));
    }

    @Override
    public String fingerprint() {
        return text;
    }

    /** {@return whether there is nothing in it but blanks and comments, by the standard's comment rules} */
    public boolean isEmpty() {
        return text.replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("--[^\\r\\n]*", " ")
                .replace(';', ' ')
                .replace('\uFEFF', ' ')
                .isBlank();
    }
}
