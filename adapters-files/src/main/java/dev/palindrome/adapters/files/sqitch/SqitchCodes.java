package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.spi.Problem.Code;
import dev.palindrome.spi.Problem.Kind;

/** What can be wrong with a project of sqitch and with nothing else. */
final class SqitchCodes {
    /** The plan isn't written as sqitch reads it. */
    static final Code PLAN = new Code("sqitch/plan", Kind.REFUSED);
    /** A change that is planned to be taken back, which sqitch parses and doesn't do. */
    static final Code REVERT_IN_PLAN = new Code("sqitch/revert-in-plan", Kind.REFUSED);
    /** A dependency on what isn't there, comes later, or can't be found by its tag or id. */
    static final Code DEPENDENCY = new Code("sqitch/dependency", Kind.REFUSED);
    /** A change that must not be deployed together with another. */
    static final Code CONFLICT = new Code("sqitch/conflict", Kind.REFUSED);
    /** A change whose verify script is missing though scripts are to be verified. */
    static final Code VERIFY_MISSING = new Code("sqitch/verify-missing", Kind.REFUSED);
    /** A command of psql that can't be carried over. */
    static final Code META_COMMAND = new Code("sqitch/meta-command", Kind.REFUSED);
    /** A file that a script includes isn't there. */
    static final Code INCLUDE = new Code("sqitch/include-missing", Kind.REFUSED);
    /** A line of sqitch.conf that can't be read. */
    static final Code CONF = new Code("sqitch/conf", Kind.REFUSED);
    /** A new change, which sqitch writes into its plan. */
    static final Code NEW = new Code("sqitch/new", Kind.REFUSED);
    /** A change failed, and none was deployed since. */
    static final Code FAILED = new Code("sqitch/failed", Kind.CONFLICT);
    /** The plan was edited after a change was deployed. */
    static final Code PLAN_EDITED = new Code("sqitch/plan-edited", Kind.CONFLICT);
    /** The plan was edited, and has changes in another order than that in which they were deployed. */
    static final Code PLAN_ORDER = new Code("sqitch/plan-order", Kind.CONFLICT);

    private SqitchCodes() {}
}
