package dev.palindrome.adapters.files.golangmigrate;

import dev.palindrome.adapters.files.source.ForeignLocks;
import dev.palindrome.adapters.files.source.HistoryTables;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.ForeignTables.Table;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Row;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The history of golang-migrate, {@code schema_migrations}: one row with the version that the database is at. Every migration up
 * to it counts as applied; when each of them ran nobody knows. While the row is dirty, a migration has failed or is under way.
 */
public final class GolangMigrateHistory implements ForeignHistory {
    private static final long LOCK_SALT = 1_486_364_155;
    private static final Problem.Code DIRTY = new Problem.Code("golang-migrate/dirty", Problem.Kind.CONFLICT);

    /** For ServiceLoader. */
    public GolangMigrateHistory() {}

    @Override
    public String tool() {
        return "golang-migrate";
    }

    @Override
    public boolean isThere(ForeignTables tables, Pack pack) {
        return table(tables, pack).isPresent();
    }

    @Override
    public Contents read(ForeignTables tables, Pack pack) {
        Table table = table(tables, pack).orElseThrow();
        List<Entry> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Row row : tables.rows(table)) {
            String version = row.text("version").orElseThrow();
            if (row.flag("dirty").orElse(false)) {
                problems.add(Problem.error(
                                DIRTY,
                                "Version " + version
                                        + " is dirty: a migration to it has failed or is under way, and golang-migrate"
                                        + " doesn't record in which direction. Find out which version the database is at,"
                                        + " and say so with 'migrate force VERSION'.")
                        .at(Location.of(table.name().toString())));
            } else {
                entries.addAll(upTo(version, row, pack));
            }
        }
        ForeignLocks.problem("golang-migrate", isLocked(tables, pack, table)).ifPresent(problems::add);
        return new Contents(entries, problems);
    }

    private static boolean isLocked(ForeignTables tables, Pack pack, Table table) {
        ForeignLocks locks = new ForeignLocks(tables, pack);
        String name = table.name().name();
        if (locks.isPostgresql()) {
            String schema = table.name().schema().orElseGet(() -> locks.name("current_schema()"));
            long key = lock(schema + "\0" + name + "\0" + locks.name("current_database()"));
            return locks.hasAdvisory(key, key);
        }
        return locks.isMysql() && locks.hasNamed(String.valueOf(lock(locks.name("DATABASE()") + ":" + name)));
    }

    /** {@return the number that golang-migrate makes of a lock's name, in its {@code database/util.go}} */
    static long lock(String name) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() * LOCK_SALT & 0xFFFF_FFFFL;
    }

    private static List<Entry> upTo(String version, Row row, Pack pack) {
        List<Entry> entries = new ArrayList<>();
        BigInteger current = new BigInteger(version);
        MigrationId at = new MigrationId(version); // files may have zeros before it
        for (MigrationId id : pack.byId().keySet()) { // which has them by number
            int compared = id.value().matches("[0-9]+") ? new BigInteger(id.value()).compareTo(current) : 1;
            if (compared < 0) {
                entries.add(Entry.of(id, pack));
            } else if (compared == 0) {
                at = id;
            }
        }
        entries.add(Entry.of(at, pack).with(row));
        return entries;
    }

    private static Optional<Table> table(ForeignTables tables, Pack pack) {
        return HistoryTables.find(tables, pack, "schema_migrations").filter(table -> table.hasOnly("version", "dirty"));
    }
}
