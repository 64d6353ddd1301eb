package dev.palindrome.testkit;

import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is in a database in memory. It understands two forms of statements, so that tests can ask which tables there are; all
 * others are only remembered.
 */
final class InMemoryState {
    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|\\w+)";
    private static final Pattern CREATE_TABLE = Pattern.compile("(?is)\\s*CREATE TABLE " + NAME + "\\s*\\((.*)\\)\\s*");
    private static final Pattern COLUMN = Pattern.compile("(?is)(\"(?:[^\"]|\"\")+\"|\\S+)\\s*(.*)");
    private static final Pattern PRIMARY_KEY = Pattern.compile("(?is)CONSTRAINT " + NAME + " (PRIMARY KEY \\((.*)\\))");
    private static final Pattern DROP_TABLE = Pattern.compile("(?is)\\s*DROP TABLE " + NAME + "\\s*");

    private final List<String> executed = new ArrayList<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, List<HistoryEntry>> histories = new LinkedHashMap<>();
    private final Map<String, List<JournalEntry>> journals = new LinkedHashMap<>();
    private long sequence;

    InMemoryState copy() {
        InMemoryState copy = new InMemoryState();
        copy.executed.addAll(executed);
        copy.tables.putAll(tables);
        histories.forEach((table, entries) -> copy.histories.put(table, new ArrayList<>(entries)));
        journals.forEach((table, entries) -> copy.journals.put(table, new ArrayList<>(entries)));
        copy.sequence = sequence;
        return copy;
    }

    long run(Statement statement) {
        for (Object parameter : statement.parameters()) {
            if (parameter instanceof HistoryChange change) {
                return change.applyTo(this);
            }
        }
        String sql = statement.sql();
        if (sql.strip().toUpperCase(Locale.ROOT).startsWith("FAIL")) {
            throw failure("as you wished");
        }
        executed.add(sql);
        Matcher create = CREATE_TABLE.matcher(sql);
        if (create.matches()) {
            String table = name(create.group(1));
            tables.put(table, table(table, create.group(2)));
        }
        Matcher drop = DROP_TABLE.matcher(sql);
        if (drop.matches()) {
            tables.remove(name(drop.group(1)));
        }
        return 0;
    }

    List<String> executed() {
        return List.copyOf(executed);
    }

    Optional<List<HistoryEntry>> history(String table) {
        return Optional.ofNullable(histories.get(table)).map(List::copyOf);
    }

    Optional<List<String>> columns(String table) {
        return histories.containsKey(table)
                ? Optional.of(List.of("sequence", "entry"))
                : Optional.ofNullable(tables.get(table))
                        .map(known -> known.columns().stream().map(Column::name).toList());
    }

    List<Table> tables() {
        return List.copyOf(tables.values());
    }

    List<JournalEntry> journal(String table) {
        return List.copyOf(journals.getOrDefault(table, List.of()));
    }

    long note(String table, JournalEntry entry) {
        entries(table);
        List<JournalEntry> entries = journals.computeIfAbsent(table, first -> new ArrayList<>());
        if (entries.stream().anyMatch(other -> isSame(other, entry))) {
            throw failure(entry.ref() + " " + entry.ordinal() + " is in the journal of " + table + " already");
        }
        entries.add(entry);
        return 1;
    }

    long amend(String table, JournalEntry entry) {
        List<JournalEntry> entries = journals.getOrDefault(table, new ArrayList<>());
        entries.replaceAll(other -> isSame(other, entry) ? entry : other);
        return entries.contains(entry) ? 1 : 0;
    }

    long strike(String table, MigrationRef migration) {
        List<JournalEntry> entries = journals.getOrDefault(table, new ArrayList<>());
        int before = entries.size();
        entries.removeIf(entry -> entry.ref().equals(migration));
        return (long) before - entries.size();
    }

    private static boolean isSame(JournalEntry one, JournalEntry other) {
        return one.ref().equals(other.ref()) && one.ordinal() == other.ordinal();
    }

    long createHistory(String table) {
        histories.put(table, new ArrayList<>());
        return 0;
    }

    long insert(String table, HistoryEntry entry) {
        List<HistoryEntry> entries = entries(table);
        if (entries.stream().anyMatch(other -> other.ref().equals(entry.ref()))) {
            throw failure(entry.ref() + " is in " + table + " already");
        }
        entries.add(copy(entry, ++sequence, entry.tags()));
        return 1;
    }

    long amend(String table, HistoryEntry entry) {
        List<HistoryEntry> entries = entries(table);
        for (int i = 0; i < entries.size(); i++) {
            HistoryEntry there = entries.get(i);
            if (there.ref().equals(entry.ref()) && there.sequence() == entry.sequence()) {
                entries.set(
                        i,
                        there.withContent(entry.checksum(), entry.storedReversal())
                                .withTags(entry.tags()));
                return 1;
            }
        }
        return 0;
    }

    private static HistoryEntry copy(HistoryEntry entry, long sequence, List<String> tags) {
        return new HistoryEntry(
                sequence,
                entry.appName(),
                entry.migrationId(),
                entry.description(),
                entry.checksum(),
                entry.ranOn(),
                entry.ranBy(),
                entry.duration(),
                entry.faked(),
                entry.toolVersion(),
                entry.storedReversal(),
                tags,
                entry.origin());
    }

    long delete(String table, HistoryEntry entry) {
        boolean removed = entries(table)
                .removeIf(other -> other.ref().equals(entry.ref()) && other.sequence() == entry.sequence());
        return removed ? 1 : 0;
    }

    static StatementException failure(String message) {
        return new StatementException(message, Optional.empty(), false, new IllegalStateException(message));
    }

    private List<HistoryEntry> entries(String table) {
        List<HistoryEntry> entries = histories.get(table);
        if (entries == null) {
            throw failure("there is no table " + table);
        }
        return entries;
    }

    private static String name(String written) {
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written;
    }

    /** Columns by their names and whatever follows, and the primary key if it has a line of its own. */
    private static Table table(String name, String definitions) {
        List<Column> columns = new ArrayList<>();
        List<Constraint> keys = new ArrayList<>();
        for (String definition : definitions.strip().split("\\s*,\\s*(?![^(]*\\))")) {
            Matcher key = PRIMARY_KEY.matcher(definition);
            Matcher column = COLUMN.matcher(definition);
            if (key.matches()) {
                keys.add(primaryKey(key));
            } else if (column.matches()) {
                columns.add(column(name(column.group(1)), column.group(2)));
            }
        }
        return Table.of(ObjectName.of(name), columns, keys);
    }

    private static Constraint primaryKey(Matcher key) {
        List<String> columns = Arrays.stream(key.group(3).split(",\\s*"))
                .map(InMemoryState::name)
                .toList();
        return new Constraint(name(key.group(1)), Constraint.Kind.PRIMARY_KEY, columns, key.group(2), Optional.empty());
    }

    private static Column column(String name, String type) {
        return new Column(name, type, true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
