package dev.palindrome.adapters.files.source;

import dev.palindrome.spi.ForeignHistory.Pack;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.ForeignTables.Table;
import dev.palindrome.spi.Problem;
import java.util.Optional;

/**
 * Looks whether another tool is at work, by the lock that it holds meanwhile. It takes none, so that the tool isn't hindered.
 * Only PostgreSQL and MySQL show their locks; elsewhere, and where a tool has none, nothing is seen.
 */
public final class ForeignLocks {
    private final ForeignTables tables;
    private final String database;

    /**
     * The locks in a pack's database.
     *
     * @param tables the database's tables
     * @param pack whose settings say which database it is
     */
    public ForeignLocks(ForeignTables tables, Pack pack) {
        this.tables = tables;
        this.database = pack.folder()
                .flatMap(folder -> folder.settings().database().get())
                .orElse("");
    }

    /**
     * Says whether somebody holds an advisory lock of PostgreSQL.
     *
     * @param first the lowest of the keys that it can have
     * @param last the highest
     * @return whether one is held in this database
     */
    public boolean hasAdvisory(long first, long last) {
        return isPostgresql()
                && !tables.query(
                                "SELECT 1 AS held FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1"
                                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                                        + " AND ((classid::bigint << 32) | objid::bigint) BETWEEN ? AND ?",
                                first,
                                last)
                        .isEmpty();
    }

    /**
     * Says whether somebody has locked a row of a table to change it, which PostgreSQL shows.
     *
     * @param table the table
     * @return whether one is locked
     */
    public boolean hasLockedRow(Table table) {
        return isPostgresql()
                && !tables.query(
                                "SELECT 1 AS held FROM pg_locks WHERE granted AND mode = 'RowShareLock' AND relation = to_regclass(?)",
                                tables.quoted(table))
                        .isEmpty();
    }

    /**
     * Says whether somebody holds a named lock of MySQL or MariaDB.
     *
     * @param name its name
     * @return whether it is held
     */
    public boolean hasNamed(String name) {
        return isMysql()
                && tables.query("SELECT IS_USED_LOCK(?) IS NOT NULL AS held", name).stream()
                        .anyMatch(row -> row.flag("held").orElse(false));
    }

    /** {@return whether advisory locks can be seen here} */
    public boolean isPostgresql() {
        return database.equals("postgresql");
    }

    /** {@return whether named locks can be seen here} */
    public boolean isMysql() {
        return database.equals("mysql");
    }

    /**
     * Asks the database for a name that a lock's is made of.
     *
     * @param function the function that gives it
     * @return the name; empty if there is none
     */
    public String name(String function) {
        return tables.query("SELECT " + function + " AS name")
                .get(0)
                .text("name")
                .orElse("");
    }

    /**
     * Says that a tool is at work.
     *
     * @param tool its name
     * @param isHeld whether its lock is held
     * @return an error; empty if the lock isn't held
     */
    public static Optional<Problem> problem(String tool, boolean isHeld) {
        return isHeld
                ? Optional.of(Problem.error(
                        new Problem.Code(tool + "/locked", Problem.Kind.CONFLICT),
                        "The lock of " + tool
                                + " is held, so it is at work. What it is doing isn't in its history yet, and"
                                + " would run again. Wait until it is done."))
                : Optional.empty();
    }
}
