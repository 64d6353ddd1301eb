package dev.palindrome.spi.sql;

import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Journal;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/** The journal in a table beside the history. */
final class SqlJournal implements Journal {
    private static final String COLUMNS =
            "app_name, migration_id, direction, ordinal, checksum, statement, note, state, error, noted_on, noted_by";

    private final HistoryTable table;
    private final Dialect dialect;

    SqlJournal(HistoryTable table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
    }

    /** The whole history is made once, but a runner can die between its tables. */
    Statement create() {
        return Statement.of("CREATE TABLE IF NOT EXISTS " + table.quoted(dialect)
                + " (\n  app_name varchar(200) NOT NULL,\n  migration_id varchar(" + MigrationId.MAX_LENGTH
                + ") NOT NULL,\n  direction varchar(10) NOT NULL,\n  ordinal integer NOT NULL,\n"
                + "  checksum varchar(200) NOT NULL,\n  statement " + dialect.textType() + " NOT NULL,\n  note "
                + dialect.textType() + " NOT NULL,\n  state varchar(10) NOT NULL,\n  error " + dialect.textType()
                + ",\n  noted_on varchar(40) NOT NULL,\n  noted_by varchar(500) NOT NULL,\n"
                + "  PRIMARY KEY (app_name, migration_id, ordinal)\n)" + dialect.tableOptions());
    }

    @Override
    public List<JournalEntry> read(Session session) {
        try {
            return session
                    .query(Statement.of("SELECT " + COLUMNS + " FROM " + table.quoted(dialect)
                            + " ORDER BY app_name, migration_id, ordinal"))
                    .stream()
                    .map(this::entry)
                    .toList();
        } catch (StatementException e) {
            if (e.isConnectionLost()) {
                throw e;
            }
            throw new ProblemException(
                    Problem.error(
                            ProblemCodes.HISTORY_FOREIGN_TABLE,
                            "The history has no journal that can be read, '" + table + "' (" + e.getMessage()
                                    + "). If an earlier version of Palindrome began the history, create it:\n"
                                    + create().sql()),
                    e);
        }
    }

    @Override
    public Statement note(JournalEntry entry) {
        return Statement.of(
                "INSERT INTO " + table.quoted(dialect) + " (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.appName(),
                entry.migrationId().value(),
                entry.direction().word(),
                entry.ordinal(),
                entry.checksum().value(),
                entry.statement(),
                entry.note(),
                word(entry.state()),
                entry.error().orElse(null),
                entry.notedOn().truncatedTo(ChronoUnit.MICROS).toString(),
                entry.notedBy());
    }

    @Override
    public Statement amend(JournalEntry entry) {
        return Statement.of(
                "UPDATE " + table.quoted(dialect)
                        + " SET state = ?, error = ? WHERE app_name = ? AND migration_id = ? AND ordinal = ?",
                word(entry.state()),
                entry.error().orElse(null),
                entry.appName(),
                entry.migrationId().value(),
                entry.ordinal());
    }

    @Override
    public Statement strike(MigrationRef migration) {
        return Statement.of(
                "DELETE FROM " + table.quoted(dialect) + " WHERE app_name = ? AND migration_id = ?",
                migration.appName(),
                migration.id().value());
    }

    private JournalEntry entry(Row row) {
        try {
            return new JournalEntry(
                    row.text("app_name").orElse(""),
                    new MigrationId(row.text("migration_id").orElse("")),
                    Direction.valueOf(row.text("direction").orElse("").toUpperCase(Locale.ROOT)),
                    Math.toIntExact(row.number("ordinal").orElseThrow()),
                    new Checksum(row.text("checksum").orElse("")),
                    row.text("statement").orElse(""),
                    row.text("note").orElse(""),
                    state(row.text("state").orElse("")),
                    row.text("error"),
                    Instant.parse(row.text("noted_on").orElse("")),
                    row.text("noted_by").orElse(""));
        } catch (IllegalArgumentException | ArithmeticException | NoSuchElementException | DateTimeException e) {
            throw new ProblemException(
                    Problem.error(
                            SqlHistoryStore.SPOILED,
                            "The journal '" + table + "' has a row that can't be read, of migration '"
                                    + row.text("migration_id").orElse("") + "': " + e.getMessage()
                                    + ". Somebody has changed it by hand; mend that row."),
                    e);
        }
    }

    private static String word(JournalEntry.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JournalEntry.State state(String word) {
        return JournalEntry.State.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
