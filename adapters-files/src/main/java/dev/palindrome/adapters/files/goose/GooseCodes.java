package dev.palindrome.adapters.files.goose;

import dev.palindrome.spi.Problem.Code;
import dev.palindrome.spi.Problem.Kind;

/** What can be wrong with a folder of goose, beyond what can be wrong with any. */
final class GooseCodes {
    /** An annotation that goose doesn't know, or one where it must not stand. */
    static final Code ANNOTATION = new Code("goose/annotation", Kind.REFUSED);
    /** A half that ends within a statement. */
    static final Code UNFINISHED = new Code("goose/unfinished-statement", Kind.REFUSED);
    /** A semicolon within quotes, at which goose cuts all the same. */
    static final Code STATEMENT_CUT = new Code("goose/statement-cut", Kind.REFUSED);
    /** A block of comments alone, after which goose loses a line. */
    static final Code EMPTY_BLOCK = new Code("goose/empty-block", Kind.REFUSED);
    /** A variable that can't be replaced. */
    static final Code VARIABLE = new Code("goose/variable", Kind.REFUSED);
    /** A migration in Go. */
    static final Code GO_MIGRATION = new Code("goose/go-migration", Kind.REFUSED);
    /** A file that goose passes over. */
    static final Code IGNORED_FILE = new Code("goose/ignored-file", Kind.REFUSED);

    private GooseCodes() {}
}
