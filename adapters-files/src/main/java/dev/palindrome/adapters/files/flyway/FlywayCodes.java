package dev.palindrome.adapters.files.flyway;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Problem.Code;

/** What is found in Flyway's folders and histories alone. */
final class FlywayCodes {
    /** A file that Flyway would pass over, saying little. */
    static final Code IGNORED_FILE = new Code("flyway/ignored-file", Problem.Kind.REFUSED);
    /** A file that Flyway runs at some event. */
    static final Code CALLBACK = new Code("flyway/callback", Problem.Kind.REFUSED);
    /** A migration that is no SQL. */
    static final Code NOT_SQL = new Code("flyway/not-sql", Problem.Kind.REFUSED);
    /** A baseline migration that isn't needed. */
    static final Code BASELINE = new Code("flyway/baseline", Problem.Kind.REFUSED);
    /** An undo file whose migration isn't there. */
    static final Code UNDO_ALONE = new Code("flyway/undo-alone", Problem.Kind.REFUSED);
    /** A placeholder that nobody gives a value. */
    static final Code PLACEHOLDER = new Code("flyway/placeholder", Problem.Kind.REFUSED);
    /** A configuration of Flyway's that can't be read. */
    static final Code CONFIGURATION = new Code("flyway/configuration", Problem.Kind.REFUSED);
    /** An option of Flyway's that changes which SQL runs, or where, and isn't carried over. */
    static final Code OPTION = new Code("flyway/option", Problem.Kind.REFUSED);
    /** A script's own configuration that says what can't be carried over. */
    static final Code SCRIPT_CONFIGURATION = new Code("flyway/script-configuration", Problem.Kind.REFUSED);
    /** A history that says of a migration that it failed. */
    static final Code FAILED = new Code("flyway/failed", Problem.Kind.CONFLICT);
    /** A history with a row of a type that nobody knows. */
    static final Code UNKNOWN_ROW = new Code("flyway/unknown-row", Problem.Kind.CONFLICT);

    private FlywayCodes() {}
}
