package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.spi.Problem.Code;
import dev.palindrome.spi.Problem.Kind;

/** What can be wrong with a changelog of Liquibase and with nothing else. */
final class LiquibaseCodes {
    /** A line that Liquibase refuses. */
    static final Code MALFORMED = new Code("liquibase/malformed", Kind.REFUSED);
    /** What only Liquibase's paid edition does. */
    static final Code PAID = new Code("liquibase/paid-edition", Kind.REFUSED);
    /** A changeset in XML, YAML or JSON, or another thing in a changelog that isn't carried over. */
    static final Code CHANGELOG = new Code("liquibase/changelog", Kind.REFUSED);
    /** Several files, and no changelog that orders them. */
    static final Code ORDER = new Code("liquibase/order", Kind.REFUSED);
    /** A file that a changelog includes isn't there. */
    static final Code INCLUDE = new Code("liquibase/include-missing", Kind.REFUSED);
    /** An SQL file that Liquibase wouldn't read. */
    static final Code IGNORED_FILE = new Code("liquibase/ignored-file", Kind.REFUSED);
    /** SQL above the first changeset, which Liquibase passes over. */
    static final Code IGNORED_SQL = new Code("liquibase/ignored-sql", Kind.REFUSED);
    /** A precondition. */
    static final Code PRECONDITION = new Code("liquibase/precondition", Kind.REFUSED);
    /** A changeset that Liquibase runs each time. */
    static final Code RUN_ALWAYS = new Code("liquibase/run-always", Kind.REFUSED);
    /** A changeset that runs again when it changes stands before others. */
    static final Code RUN_ON_CHANGE = new Code("liquibase/run-on-change", Kind.REFUSED);
    /** A changeset that may fail. */
    static final Code FAIL_ON_ERROR = new Code("liquibase/fail-on-error", Kind.REFUSED);
    /** A changeset that another program runs. */
    static final Code RUN_WITH = new Code("liquibase/run-with", Kind.REFUSED);
    /** An attribute that says nothing, since a blank follows its colon. */
    static final Code ATTRIBUTE = new Code("liquibase/attribute", Kind.REFUSED);
    /** An attribute for the rollback that counts for the body as well. */
    static final Code SPLIT = new Code("liquibase/split-statements", Kind.REFUSED);
    /** A header below the first. */
    static final Code HEADER = new Code("liquibase/second-header", Kind.REFUSED);
    /** A rollback that Liquibase takes for something else than it looks like. */
    static final Code ROLLBACK = new Code("liquibase/rollback", Kind.REFUSED);
    /** SQL in a comment that databases run and Liquibase takes away. */
    static final Code EXECUTABLE_COMMENT = new Code("liquibase/executable-comment", Kind.REFUSED);
    /** A property that has no value. */
    static final Code PROPERTY = new Code("liquibase/unknown-property", Kind.REFUSED);
    /** Changesets for certain databases, and no database is known. */
    static final Code DBMS = new Code("liquibase/dbms-unknown", Kind.REFUSED);
    /** What is for one product of several that a database may be. */
    static final Code DBMS_PRODUCT = new Code("liquibase/dbms-product", Kind.REFUSED);
    /** Rows of the history whose files have names of the pack's, in several folders. */
    static final Code FOLDERS = new Code("liquibase/several-folders", Kind.CONFLICT);
    /** Rows of the history whose files have names of the pack's, in a folder that isn't the pack's. */
    static final Code OTHER_FOLDER = new Code("liquibase/other-folder", Kind.CONFLICT);
    /** Liquibase's lock is held. */
    static final Code LOCKED = new Code("liquibase/locked", Kind.CONFLICT);

    private LiquibaseCodes() {}
}
