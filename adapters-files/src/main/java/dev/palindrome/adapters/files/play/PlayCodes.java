package dev.palindrome.adapters.files.play;

import dev.palindrome.spi.Problem.Code;
import dev.palindrome.spi.Problem.Kind;

/** What can be wrong with a folder of Play Evolutions, beyond what can be wrong with any. */
final class PlayCodes {
    /** A number that is missing, behind which Play reads nothing. */
    static final Code GAP = new Code("play/gap", Kind.REFUSED);
    /** SQL above the first marker, which Play drops. */
    static final Code DROPPED_TEXT = new Code("play/dropped-text", Kind.REFUSED);
    /** A semicolon in quotes or in a comment, at which Play cuts all the same. */
    static final Code STATEMENT_CUT = new Code("play/statement-cut", Kind.REFUSED);
    /** A substitution without a value. */
    static final Code SUBSTITUTION = new Code("play/substitution", Kind.REFUSED);
    /** A file that Play passes over. */
    static final Code IGNORED_FILE = new Code("play/ignored-file", Kind.REFUSED);
    /** An evolution that failed, or is under way. */
    static final Code UNFINISHED = new Code("play/unfinished", Kind.CONFLICT);

    private PlayCodes() {}
}
