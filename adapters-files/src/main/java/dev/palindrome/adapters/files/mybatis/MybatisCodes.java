package dev.palindrome.adapters.files.mybatis;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Problem.Code;

/** What is found in folders of MyBatis Migrations alone. */
final class MybatisCodes {
    /** A line that was meant to begin the undo part and doesn't. */
    static final Code UNDO_MARKER = new Code("mybatis/undo-marker", Problem.Kind.REFUSED);
    /** A delimiter that would go on into the next script. */
    static final Code DELIMITER_LEAK = new Code("mybatis/delimiter-leak", Problem.Kind.REFUSED);
    /** Text behind a delimiter, which doesn't run. */
    static final Code TEXT_LOST = new Code("mybatis/text-lost", Problem.Kind.REFUSED);
    /** A last statement without a delimiter. */
    static final Code NO_DELIMITER = new Code("mybatis/no-delimiter", Problem.Kind.REFUSED);
    /** A statement that ends within quotes. */
    static final Code STATEMENT_CUT = new Code("mybatis/statement-cut", Problem.Kind.REFUSED);
    /** A variable that nobody gives a value. */
    static final Code VARIABLE = new Code("mybatis/variable", Problem.Kind.REFUSED);
    /** A script that isn't part of the migrations. */
    static final Code LEFT_OUT = new Code("mybatis/left-out", Problem.Kind.REFUSED);
    /** Something that runs before or after migrations. */
    static final Code HOOK = new Code("mybatis/hook", Problem.Kind.REFUSED);
    /** An environment that isn't there. */
    static final Code ENVIRONMENT = new Code("mybatis/environment", Problem.Kind.REFUSED);

    private MybatisCodes() {}
}
