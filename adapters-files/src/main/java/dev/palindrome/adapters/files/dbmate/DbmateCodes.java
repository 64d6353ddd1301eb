package dev.palindrome.adapters.files.dbmate;

import dev.palindrome.spi.Problem.Code;
import dev.palindrome.spi.Problem.Kind;

/** What can be wrong with a folder of dbmate, beyond what can be wrong with any. */
final class DbmateCodes {
    /** A section that lacks a half, or several where dbmate goes wrong. */
    static final Code SECTIONS = new Code("dbmate/sections", Kind.REFUSED);
    /** A marker that stands within quotes, and cuts all the same. */
    static final Code MARKER_IN_QUOTES = new Code("dbmate/marker-in-quotes", Kind.REFUSED);
    /** An option that means nothing. */
    static final Code OPTION = new Code("dbmate/option", Kind.REFUSED);
    /** Names that don't sort as their numbers do. */
    static final Code ORDER = new Code("dbmate/order", Kind.REFUSED);
    /** A file that dbmate passes over. */
    static final Code IGNORED_FILE = new Code("dbmate/ignored-file", Kind.REFUSED);

    private DbmateCodes() {}
}
