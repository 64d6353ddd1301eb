package dev.palindrome.spi;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a format may want to know besides the files: what users set for the pack, the process's environment, and which
 * database the migrations are for. Made by the engine, asked by formats.
 *
 * @param values what users set under {@code settings} of a pack, in {@code pack.yaml} or {@code palindrome.yaml}, by name
 * @param environment the process's environment variables
 * @param database the {@link DatabaseAdapter#name} of the database that the engine is configured for; empty if there is none.
 *     Asked only when a format needs it
 * @since 0.1
 */
public record FormatSettings(
        Map<String, String> values, Map<String, String> environment, Supplier<Optional<String>> database) {
    /** Nothing is set, and no database is known. */
    public static final FormatSettings NONE = new FormatSettings(Map.of(), Map.of(), Optional::empty);

    /**
     * Guards the record.
     *
     * @param values copied
     * @param environment copied
     * @param database asked when needed
     */
    public FormatSettings {
        values = Map.copyOf(values);
        environment = Map.copyOf(environment);
    }

    /**
     * Gives what users set.
     *
     * @param name the name of a setting
     * @return its value; empty if it isn't set
     */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
