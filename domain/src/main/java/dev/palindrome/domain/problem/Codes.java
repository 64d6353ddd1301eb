package dev.palindrome.domain.problem;

import dev.palindrome.spi.Problem.Code;
import dev.palindrome.spi.Problem.Kind;

/** The codes of the problems that the engine itself finds. Those it shares with plug-ins are the spi's. */
public final class Codes {
    public static final Code APP_UNKNOWN = new Code("app/unknown", Kind.UNKNOWN);
    public static final Code APP_NAME = new Code("app/name", Kind.REFUSED);
    public static final Code APP_DUPLICATE = new Code("app/duplicate", Kind.REFUSED);
    public static final Code APP_DEPENDENCY_MISSING = new Code("app/dependency-missing", Kind.REFUSED);
    public static final Code APP_CYCLE = new Code("app/cycle", Kind.REFUSED);
    public static final Code MIGRATION_UNKNOWN = new Code("migration/unknown", Kind.UNKNOWN);
    public static final Code MIGRATION_DEPENDENCY_MISSING = new Code("migration/dependency-missing", Kind.REFUSED);
    public static final Code MIGRATION_CYCLE = new Code("migration/cycle", Kind.REFUSED);
    public static final Code TARGET_INVALID = new Code("request/target", Kind.INPUT);
    public static final Code TAG_INVALID = new Code("request/tag", Kind.INPUT);
    public static final Code HISTORY_CHANGED = new Code("history/changed", Kind.CONFLICT);
    public static final Code HISTORY_MISSING = new Code("history/missing", Kind.REFUSED);
    public static final Code HISTORY_REVERSAL_SPOILED = new Code("history/reversal-spoiled", Kind.CONFLICT);
    public static final Code HISTORY_TAG = new Code("history/tag", Kind.REFUSED);
    public static final Code ADOPT_NOTHING = new Code("adopt/no-history", Kind.UNKNOWN);
    public static final Code ADOPT_SEVERAL = new Code("adopt/several-histories", Kind.INPUT);
    public static final Code ADOPT_TOOL = new Code("adopt/unknown-tool", Kind.INPUT);
    public static final Code ADOPT_CHANGED = new Code("adopt/changed", Kind.CONFLICT);
    public static final Code ADOPT_MISSING = new Code("adopt/missing", Kind.CONFLICT);
    public static final Code ADOPT_TAKEN_BACK = new Code("adopt/taken-back", Kind.CONFLICT);
    public static final Code ADOPT_TWICE = new Code("adopt/twice", Kind.CONFLICT);
    public static final Code ADOPT_UNKNOWN = new Code("adopt/unknown-row", Kind.CONFLICT);
    public static final Code ADOPT_UNREADABLE = new Code("adopt/unreadable", Kind.ENVIRONMENT);
    public static final Code JOURNAL_HALF_DONE = new Code("journal/half-done", Kind.CONFLICT);
    public static final Code JOURNAL_IN_DOUBT = new Code("journal/in-doubt", Kind.CONFLICT);
    public static final Code JOURNAL_CHANGED = new Code("journal/changed", Kind.CONFLICT);
    public static final Code JOURNAL_UNPAIRED = new Code("journal/unpaired", Kind.REFUSED);
    public static final Code JOURNAL_SETTLED = new Code("journal/settled", Kind.REFUSED);
    public static final Code JOURNAL_TURNED = new Code("journal/turned", Kind.REFUSED);
    public static final Code JOURNAL_TEMPORARY = new Code("journal/temporary", Kind.REFUSED);
    public static final Code PLAN_IRREVERSIBLE = new Code("plan/irreversible", Kind.REFUSED);
    public static final Code PLAN_DEPENDENTS = new Code("plan/dependents", Kind.REFUSED);
    public static final Code PLAN_DEPENDENCY_PENDING = new Code("plan/dependency-pending", Kind.REFUSED);
    public static final Code PLAN_CODE_MISSING = new Code("plan/code-missing", Kind.REFUSED);
    public static final Code PLAN_DATA_IN_THE_WAY = new Code("plan/data-in-the-way", Kind.REFUSED);
    public static final Code PLAN_NO_FILES = new Code("plan/no-files", Kind.REFUSED);
    public static final Code PLAN_CHANGED = new Code("plan/changed", Kind.CONFLICT);
    public static final Code PLAN_NOT_CONFIRMED = new Code("plan/not-confirmed", Kind.REFUSED);
    public static final Code RUN_STATEMENT_FAILED = new Code("run/statement-failed", Kind.REFUSED);
    public static final Code RUN_STOPPED = new Code("run/stopped", Kind.ENVIRONMENT);
    public static final Code RUN_FILE_KEPT = new Code("run/file-kept", Kind.ENVIRONMENT);
    public static final Code LOCK_TIMEOUT = new Code("lock/timeout", Kind.ENVIRONMENT);
    public static final Code NEW_NO_FOLDER = new Code("new/no-folder", Kind.REFUSED);
    public static final Code NEW_FORMAT = new Code("new/format", Kind.INPUT);

    /** An error of ours; what it is stands in the log or behind {@code -v}. */
    public static final Code INTERNAL_ERROR = new Code("internal/error", Kind.INTERNAL);

    private Codes() {}
}
