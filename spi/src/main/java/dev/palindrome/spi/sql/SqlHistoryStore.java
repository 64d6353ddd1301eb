package dev.palindrome.spi.sql;

import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Journal;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A history in a table of any SQL database. Adapters return one from {@code Database.history}.
 *
 * <p>Times are texts in ISO 8601, UTC, so that no driver's or session's time zone can move them.
 *
 * @since 0.1
 */
public final class SqlHistoryStore implements HistoryStore {
    private static final List<String> COLUMNS = List.of(
            "sequence",
            "app_name",
            "migration_id",
            "description",
            "checksum",
            "ran_on",
            "ran_by",
            "duration_millis",
            "faked",
            "tool_version",
            "reversal",
            "tags",
            "origin");

    static final Problem.Code SPOILED = new Problem.Code("history/spoiled", Problem.Kind.CONFLICT);

    private final HistoryTable table;
    private final Dialect dialect;
    private final SchemaInspector inspector;
    private final SqlJournal journal;
    private final Optional<String> clock;

    /**
     * A history in that table.
     *
     * @param table the table's name
     * @param dialect how the database writes SQL
     * @param inspector asked only when the table can't be read, to say why
     */
    public SqlHistoryStore(HistoryTable table, Dialect dialect, SchemaInspector inspector) {
        this(Optional.empty(), table, dialect, inspector);
    }

    private SqlHistoryStore(Optional<String> clock, HistoryTable table, Dialect dialect, SchemaInspector inspector) {
        this.clock = clock;
        this.table = table;
        this.dialect = dialect;
        this.inspector = inspector;
        this.journal = new SqlJournal(table.journal(), dialect);
    }

    /**
     * A history in a database that fills no column with growing numbers, or has no unique keys but the primary one. A sequence
     * is one more than the greatest, and at least what the clock says, so that one that was forgotten isn't given again.
     *
     * @param clock an SQL expression of a whole number that grows by the time, such as the milliseconds since 1970
     * @param table the table's name
     * @param dialect how the database writes SQL; its identity column isn't asked for
     * @param inspector asked only when the table can't be read, to say why
     * @return such a history
     */
    public static SqlHistoryStore numberedBy(
            String clock, HistoryTable table, Dialect dialect, SchemaInspector inspector) {
        return new SqlHistoryStore(Optional.of(clock), table, dialect, inspector);
    }

    @Override
    public Optional<List<HistoryEntry>> read(Session session) {
        try {
            return Optional.of(entries(session));
        } catch (StatementException e) {
            if (e.isConnectionLost()) {
                throw e;
            }
            Optional<List<String>> columns = inspector.columns(session, table.schema(), table.name());
            if (columns.filter(this::isComplete).isPresent()) {
                return Optional.of(entries(session)); // another runner may have created it between our two looks
            }
            columns.ifPresent(found -> {
                throw new ProblemException(foreignTable(found), e);
            });
            return Optional.empty();
        }
    }

    private List<HistoryEntry> entries(Session session) {
        return session
                .query(Statement.of("SELECT " + String.join(", ", COLUMNS) + " FROM " + table.quoted(dialect)
                        + " ORDER BY sequence"))
                .stream()
                .map(this::entry)
                .toList();
    }

    @Override
    public List<Statement> create() {
        return List.of(
                journal.create(),
                Statement.of("CREATE TABLE " + table.quoted(dialect) + " (\n  sequence "
                        + clock.map(expression -> "bigint NOT NULL").orElseGet(dialect::identityColumn)
                        + ",\n  app_name varchar(200) NOT NULL,\n  migration_id varchar(" + MigrationId.MAX_LENGTH
                        + ") NOT NULL,\n  description " + dialect.textType()
                        + " NOT NULL,\n  checksum varchar(200) NOT NULL,\n"
                        + "  ran_on varchar(40) NOT NULL,\n  ran_by varchar(500) NOT NULL,\n  duration_millis bigint NOT NULL,\n"
                        + "  faked boolean NOT NULL,\n  tool_version varchar(50) NOT NULL,\n  reversal "
                        + dialect.textType()
                        + ",\n  tags " + dialect.textType() + ",\n  origin " + dialect.textType() + ",\n  "
                        + (clock.isPresent() ? "PRIMARY KEY" : "UNIQUE")
                        + " (app_name, migration_id)\n)" + dialect.tableOptions()));
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Statement insert(HistoryEntry entry) {
        return Statement.of(
                clock.map(this::insertNumbered)
                        .orElseGet(() -> "INSERT INTO " + table.quoted(dialect) + " ("
                                + String.join(", ", COLUMNS.subList(1, COLUMNS.size()))
                                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                entry.appName(),
                entry.migrationId().value(),
                entry.description(),
                entry.checksum().value(),
                entry.ranOn().truncatedTo(ChronoUnit.MICROS).toString(),
                entry.ranBy(),
                entry.duration().toMillis(),
                entry.faked(),
                entry.toolVersion(),
                entry.storedReversal().orElse(null),
                joined(entry.tags()),
                entry.origin().orElse(null));
    }

    private String insertNumbered(String now) {
        return "INSERT INTO " + table.quoted(dialect) + " (" + String.join(", ", COLUMNS)
                + ") SELECT CASE WHEN newest >= "
                + now + " THEN newest + 1 ELSE " + now + " END, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM"
                + " (SELECT COALESCE(MAX(sequence), 0) AS newest FROM " + table.quoted(dialect) + ") AS entries";
    }

    @Override
    public Statement amend(HistoryEntry entry) {
        return Statement.of(
                "UPDATE " + table.quoted(dialect) + " SET checksum = ?, reversal = ?, tags = ?"
                        + " WHERE sequence = ? AND app_name = ? AND migration_id = ?",
                entry.checksum().value(),
                entry.storedReversal().orElse(null),
                joined(entry.tags()),
                entry.sequence(),
                entry.appName(),
                entry.migrationId().value());
    }

    private static @Nullable String joined(List<String> tags) {
        return tags.isEmpty() ? null : String.join(" ", tags);
    }

    @Override
    public Statement delete(HistoryEntry entry) {
        return Statement.of(
                "DELETE FROM " + table.quoted(dialect) + " WHERE sequence = ? AND app_name = ? AND migration_id = ?",
                entry.sequence(),
                entry.appName(),
                entry.migrationId().value());
    }

    private HistoryEntry entry(Row row) {
        try {
            return read(row);
        } catch (IllegalArgumentException | NoSuchElementException | DateTimeException e) {
            throw new ProblemException(
                    Problem.error(
                            SPOILED,
                            "The history '" + table + "' has a row that can't be read, the one with the sequence "
                                    + row.text("sequence").orElse("NULL") + ": " + e.getMessage()
                                    + ". Somebody has changed it by hand; mend that row."),
                    e);
        }
    }

    private static HistoryEntry read(Row row) {
        return new HistoryEntry(
                row.number("sequence").orElseThrow(),
                row.text("app_name").orElse(""),
                new MigrationId(row.text("migration_id").orElse("")),
                row.text("description").orElse(""),
                new Checksum(row.text("checksum").orElse("")),
                Instant.parse(row.text("ran_on").orElse("")),
                row.text("ran_by").orElse(""),
                Duration.ofMillis(row.number("duration_millis").orElseThrow()),
                row.flag("faked").orElseThrow(),
                row.text("tool_version").orElse(""),
                row.text("reversal"),
                row.text("tags").map(text -> List.of(text.split(" "))).orElse(List.of()),
                row.text("origin"));
    }

    private boolean isComplete(List<String> found) {
        return found.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList()
                .containsAll(COLUMNS);
    }

    /** What a history of an earlier version lacks; empty if the table never was a history of ours. */
    private static List<String> addedSince(List<String> found) {
        List<String> names =
                found.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return names.containsAll(COLUMNS.subList(0, COLUMNS.indexOf("reversal")))
                ? COLUMNS.stream().filter(column -> !names.contains(column)).toList()
                : List.of();
    }

    private Problem foreignTable(List<String> found) {
        List<String> lacking = addedSince(found);
        if (!lacking.isEmpty()) {
            return Problem.error(
                    ProblemCodes.HISTORY_FOREIGN_TABLE,
                    "The history '" + table + "' was begun by an earlier version of Palindrome. Add what it lacks: "
                            + lacking.stream()
                                    .map(column -> "ALTER TABLE " + table.quoted(dialect) + " ADD COLUMN " + column
                                            + " " + dialect.textType())
                                    .collect(Collectors.joining("; ")));
        }
        return Problem.error(
                ProblemCodes.HISTORY_FOREIGN_TABLE,
                "The table '" + table + "' is not a history of Palindrome: it has the columns "
                        + String.join(", ", found)
                        + ", expected were " + String.join(", ", COLUMNS)
                        + ". Name another table as history.table in the configuration.");
    }
}
