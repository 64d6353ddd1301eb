package dev.palindrome.adapters.files.diesel;

import dev.palindrome.spi.Problem.Code;
import dev.palindrome.spi.Problem.Kind;

/** What can be wrong with a folder of Diesel, beyond what can be wrong with any. */
final class DieselCodes {
    /** A metadata.toml that doesn't say what its author may think. */
    static final Code METADATA = new Code("diesel/metadata", Kind.REFUSED);
    /** A file that Diesel refuses for having no bytes. */
    static final Code EMPTY_FILE = new Code("diesel/empty-file", Kind.REFUSED);
    /** A file that Diesel passes over. */
    static final Code IGNORED_FILE = new Code("diesel/ignored-file", Kind.REFUSED);

    private DieselCodes() {}
}
