package dev.palindrome.adapters.jdbc.mysql;

import static dev.palindrome.spi.StatementKind.BEGIN;
import static dev.palindrome.spi.StatementKind.COMMIT;
import static dev.palindrome.spi.StatementKind.COMMITTING;
import static dev.palindrome.spi.StatementKind.ORDINARY;
import static dev.palindrome.spi.StatementKind.ROLLBACK;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.sql.StatementTable;
import dev.palindrome.spi.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells statements apart by their words. */
final class StatementKinds {
    private static final String LOCK =
            "This would also give up the lock that keeps other runners out. Say which lock is meant,"
                    + " with RELEASE_LOCK.";
    private static final String TABLE_LOCK =
            "After this nobody could write the history, so that the migration would stop half-way. Leave it out:"
                    + " Palindrome's own lock keeps other runners away (mysqldump --skip-add-locks writes none).";
    private static final String NO_UTF8 =
            "A script is sent as UTF-8, whatever it says. Remove this; if the file is no UTF-8, save it" + " as such.";
    private static final String UTF8 = "UTF8|UTF8MB3|UTF8MB4|'utf8'|'utf8mb3'|'utf8mb4'|\"utf8\"|\"utf8mb4\"|DEFAULT|@";
    private static final String USE =
            "USE ends at its line only for the mysql and mariadb clients. End it with a semicolon.";

    /** What commits is in the servers' manuals ("Statements That Cause an Implicit Commit"); most was tried on MariaDB. */
    private static final StatementTable KINDS = StatementTable.empty()
            .with(BEGIN, "BEGIN ;", "BEGIN WORK ;", "START TRANSACTION ;")
            .with(ROLLBACK, "START TRANSACTION", "XA", "COMMIT|ROLLBACK [WORK] AND|NO|RELEASE")
            .with(COMMIT, "COMMIT")
            .with(ORDINARY, "ROLLBACK [WORK] TO")
            .with(ROLLBACK, "ROLLBACK", "SET ... AUTOCOMMIT")
            .refusing(LOCK, "... RELEASE_ALL_LOCKS")
            .refusing(TABLE_LOCK, "LOCK TABLE|TABLES", "FLUSH ... TABLE|TABLES ... WITH READ LOCK")
            .with(ORDINARY, "SET NAMES|CHARSET " + UTF8, "SET CHARACTER SET " + UTF8)
            .with(ORDINARY, "SET ... CHARACTER_SET_CLIENT [:] = " + UTF8, "SET ... @ CHARACTER_SET_CLIENT ;")
            .refusing(NO_UTF8, "SET NAMES|CHARSET", "SET CHARACTER SET", "SET ... CHARACTER_SET_CLIENT [:] =")
            .with(ORDINARY, "CREATE [OR] [REPLACE] TEMPORARY TABLE", "DROP TEMPORARY TABLE|TABLES")
            .with(COMMITTING, "CREATE|ALTER|DROP|RENAME|TRUNCATE|GRANT|REVOKE|INSTALL|UNINSTALL|IMPORT")
            .with(COMMITTING, "ANALYZE|CHECK|OPTIMIZE|REPAIR [NO_WRITE_TO_BINLOG|LOCAL] TABLE|TABLES|VIEW")
            .with(
                    COMMITTING,
                    "FLUSH|RESET|BACKUP|CHANGE|CACHE",
                    "LOAD INDEX",
                    "LOCK INSTANCE",
                    "UNLOCK TABLE|TABLES|INSTANCE")
            .with(COMMITTING, "START|STOP SLAVE|REPLICA|ALL|GROUP_REPLICATION", "SET PASSWORD", "SET DEFAULT ROLE")
            .with(COMMITTING, "SET STATEMENT ... FOR ALTER|ANALYZE|CALL|CREATE|DROP|EXECUTE|OPTIMIZE|RENAME|TRUNCATE")
            // what may hold any of these
            .with(COMMITTING, "CALL", "EXECUTE");

    private static final Set<String> CONTROLLING = Set.of("COMMIT", "ROLLBACK", "START", "XA");
    private static final Set<String> COMPOUND =
            Set.of("BEGIN", "IF", "CASE", "LOOP", "REPEAT", "WHILE", "FOR", "DECLARE");

    private static final Set<String> BEFORE_STATEMENTS =
            Set.of(";", "BEGIN", "ATOMIC", "THEN", "ELSE", "DO", "LOOP", "REPEAT");

    private static final int SHOWING = 6;

    StatementKind of(List<Token> statement) {
        if (statement.isEmpty()) {
            return ORDINARY;
        }
        if (statement.get(0).is("USE") && statement.size() > 2) {
            throw new ProblemException(Problem.error(ProblemCodes.SCRIPT_UNSUPPORTED, USE)
                    .at(statement.get(0).location()));
        }
        StatementKind kind = KINDS.kindOf(statement);
        return kind == ORDINARY && isCompound(statement) ? inside(statement) : kind;
    }

    private static boolean isCompound(List<Token> statement) {
        boolean isLabelled = statement.size() > 1 && statement.get(1).is(":");
        return isLabelled || COMPOUND.contains(statement.get(0).text().toUpperCase(Locale.ROOT));
    }

    /** A block commits if anything in it does. Wherever it begins, a statement that commits shows in its first words. */
    private static StatementKind inside(List<Token> block) {
        boolean controls = block.stream()
                .anyMatch(token -> CONTROLLING.contains(token.text().toUpperCase(Locale.ROOT)));
        if (controls) {
            return ROLLBACK;
        }
        for (int i = 1; i < block.size(); i++) {
            List<Token> words = block.subList(i, Math.min(i + SHOWING, block.size()));
            if (beginsStatement(block.get(i - 1)) && KINDS.kindOf(words) == COMMITTING) {
                return COMMITTING;
            }
        }
        return ORDINARY;
    }

    private static boolean beginsStatement(Token before) {
        return BEFORE_STATEMENTS.contains(before.text().toUpperCase(Locale.ROOT));
    }
}
