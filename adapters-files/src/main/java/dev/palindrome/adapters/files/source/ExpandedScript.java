package dev.palindrome.adapters.files.source;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * SQL in which placeholders have been replaced.
 *
 * @param script what runs
 * @param fingerprint what makes it another migration
 * @param secrets what of the script nobody is shown
 */
public record ExpandedScript(SqlScript script, String fingerprint, Set<String> secrets) implements Operation {

    public ExpandedScript {
        secrets = Set.copyOf(secrets);
    }

    /**
     * Makes an operation of SQL that other values don't make another migration: what stands in the file does.
     *
     * @param script what runs
     * @param written what stands in the file
     * @param secrets the secrets among the values of its placeholders; asked if any was replaced
     * @return the script itself if nothing was replaced
     */
    public static Operation of(SqlScript script, String written, Supplier<Secrets> secrets) {
        return script.text().equals(written)
                ? script
                : new ExpandedScript(script, written, secrets.get().in(script.text(), written));
    }

    /**
     * Makes an operation of SQL that other values make another migration.
     *
     * @param script what runs
     * @param written what stands in the file
     * @param secrets the secrets among the values of its placeholders
     * @return the script itself if it has no secrets
     */
    public static Operation whoseValuesCount(SqlScript script, String written, Secrets secrets) {
        Set<String> own = secrets.in(script.text(), written);
        return own.isEmpty() ? script : new ExpandedScript(script, script.text(), own);
    }

    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        return script.compile(dialect, before);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return script.reversal(dialect, before);
    }
}
