package dev.palindrome.adapters.files.source;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.List;

/**
 * SQL in which placeholders have been replaced. Its fingerprint is that of the text in the file, so that other values don't
 * make it another migration.
 *
 * @param script what runs
 * @param written what stands in the file
 */
public record ExpandedScript(SqlScript script, String written) implements Operation {

    /**
     * Makes an operation of SQL.
     *
     * @param script what runs
     * @param written what stands in the file
     * @return the script itself if nothing was replaced
     */
    public static Operation of(SqlScript script, String written) {
        return script.text().equals(written) ? script : new ExpandedScript(script, written);
    }

    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        return script.compile(dialect, before);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return script.reversal(dialect, before);
    }

    @Override
    public String fingerprint() {
        return written;
    }
}
