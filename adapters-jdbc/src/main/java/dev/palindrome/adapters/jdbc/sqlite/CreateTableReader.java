package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text of CREATE TABLE as SQLite keeps it, after the grammar in sqlite.org/lang_createtable.html: the pragmas know
 * neither the names of constraints nor checks, collations and generated expressions. However a table was written, equal ones
 * give equal values; only expressions stay as they are written.
 */
final class CreateTableReader {
    private static final Comparator<Constraint> ORDER = Comparator.comparing(Constraint::kind)
            .thenComparing(Constraint::name)
            .thenComparing(Constraint::definition);

    private final List<ColumnReader> columns = new ArrayList<>();
    private final List<ConstraintReader> constraints = new ArrayList<>();
    private final List<String> peculiarities = new ArrayList<>();
    private boolean withoutRowid;
    private boolean strict;

    private CreateTableReader() {}

    /** {@return the table of that text, without indexes and triggers} */
    static Table read(ObjectName name, String sql) {
        CreateTableReader reader = new CreateTableReader();
        try {
            reader.read(new SqlReader(sql));
            return reader.table(name);
        } catch (UnreadableException e) {
            return new Table(
                    name,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    Optional.empty(),
                    List.of("its text can't be read: " + e.getMessage() + ", in: " + sql));
        }
    }

    private void read(SqlReader sql) throws UnreadableException {
        sql.expect("CREATE");
        if (sql.skip("VIRTUAL")) {
            throw new UnreadableException("it is a virtual table");
        }
        sql.expect("TABLE");
        sql.name();
        SqlReader body = sql.inParentheses();
        readColumns(body);
        readConstraints(body);
        while (!sql.atEnd()) {
            withoutRowid |= sql.at("WITHOUT");
            strict |= sql.at("STRICT");
            if (!sql.skip("WITHOUT", "ROWID") && !sql.skip("STRICT")) {
                throw sql.unexpected("WITHOUT ROWID");
            }
            sql.skip(",");
        }
    }

    private void readColumns(SqlReader body) throws UnreadableException {
        do {
            ColumnReader column = new ColumnReader(body);
            column.read();
            columns.add(column);
            constraints.addAll(column.constraints());
            peculiarities.addAll(column.peculiarities());
        } while (body.at(",") && !ConstraintReader.beginsBehindComma(body) && body.skip(","));
    }

    /** SQLite wants no commas between constraints. */
    private void readConstraints(SqlReader body) throws UnreadableException {
        body.skip(",");
        String name = "";
        while (!body.atEnd()) {
            if (body.skip("CONSTRAINT")) {
                name = body.name();
            } else if (body.skip(",")) {
                name = "";
            } else {
                constraints.add(ConstraintReader.ofTable(name, body));
                name = "";
            }
        }
    }

    private Table table(ObjectName name) {
        Optional<ConstraintReader> key =
                constraints.stream().filter(ConstraintReader::isPrimaryKey).findFirst();
        List<String> keyed = key.map(ConstraintReader::columns).orElse(List.of());
        boolean alias = key.isPresent() && isRowid(key.get());
        boolean filled = alias || withoutRowid || strict;
        boolean counted = key.isPresent() && key.get().isAutoincrement();
        List<String> names = columns.stream().map(ColumnReader::name).toList();
        List<Column> made = new ArrayList<>();
        for (ColumnReader column : columns) {
            boolean inKey = keyed.stream().anyMatch(column.name()::equalsIgnoreCase);
            made.add(column.column(filled && inKey, counted && inKey, names));
        }
        List<Constraint> all = constraints.stream()
                .map(c -> c.constraint(names, alias && c.isPrimaryKey()))
                .sorted(ORDER)
                .toList();
        return new Table(name, made, all, List.of(), List.of(), options(), Optional.empty(), peculiarities);
    }

    /** A descending INTEGER PRIMARY KEY is the rowid unless it stands in the column (sqlite.org/lang_createtable.html, 5). */
    private boolean isRowid(ConstraintReader key) {
        if (withoutRowid || key.columns().size() != 1) {
            return false;
        }
        boolean integer = columns.stream()
                .filter(c -> c.name().equalsIgnoreCase(key.columns().get(0)))
                .anyMatch(c -> c.type().equalsIgnoreCase("INTEGER"));
        if (integer && key.isDescendingInColumn()) {
            peculiarities.add("its column " + SqlText.quote(key.columns().get(0))
                    + " is an INTEGER PRIMARY KEY DESC, which is not the rowid");
            return false;
        }
        return integer;
    }

    private String options() {
        String rowid = withoutRowid ? "WITHOUT ROWID" : "";
        return strict ? rowid + (withoutRowid ? ", " : "") + "STRICT" : rowid;
    }
}
