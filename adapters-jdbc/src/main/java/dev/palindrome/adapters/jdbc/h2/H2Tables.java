package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.OtherObject;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Sequence;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.catalogue.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads tables, views and sequences, each with all that hangs on it. */
final class H2Tables {
    private static final String TABLES = "SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, STORAGE_TYPE, TABLE_CLASS,"
            + " REMARKS FROM INFORMATION_SCHEMA.TABLES";
    private static final String VIEWS =
            "SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS";
    private static final String SEQUENCES = "SELECT SEQUENCE_SCHEMA, SEQUENCE_NAME, DATA_TYPE, REMARKS, BASE_VALUE,"
            + " START_VALUE AS IDENTITY_START, INCREMENT AS IDENTITY_INCREMENT, MINIMUM_VALUE AS IDENTITY_MINIMUM,"
            + " MAXIMUM_VALUE AS IDENTITY_MAXIMUM, CYCLE_OPTION AS IDENTITY_CYCLE, CACHE AS IDENTITY_CACHE"
            + " FROM INFORMATION_SCHEMA.SEQUENCES";

    private final Dialect dialect;
    private final H2Scope scope;
    private final Function<H2Key, ObjectName> naming;

    /** Reads what is within the scope, and names it. */
    H2Tables(Dialect dialect, H2Scope scope, Function<H2Key, ObjectName> naming) {
        this.dialect = dialect;
        this.scope = scope;
        this.naming = naming;
    }

    List<SchemaObject> tablesAndViews() {
        Map<H2Key, List<Row>> tables = scope.ask(TABLES, "TABLE", "TABLE_NAME");
        List<SchemaObject> objects = new ArrayList<>();
        if (tables.isEmpty()) {
            return objects;
        }
        H2Columns columns = new H2Columns(dialect, scope);
        H2Attachments attachments = new H2Attachments(dialect, scope);
        H2IndexColumns indexColumns = new H2IndexColumns(scope);
        H2Constraints constraints = new H2Constraints(dialect, scope, indexColumns);
        H2Indexes indexes = new H2Indexes(dialect, scope, indexColumns);
        Map<H2Key, List<Row>> views = scope.ask(VIEWS, "TABLE", "TABLE_NAME");
        tables.forEach((key, rows) -> {
            ObjectName name = naming.apply(key);
            Row row = rows.get(0);
            Optional<String> query = Optional.ofNullable(views.get(key))
                    .flatMap(view -> view.get(0).text("VIEW_DEFINITION"));
            if (H2Scope.text(row, "TABLE_TYPE").equals("VIEW")) {
                objects.add(query.<SchemaObject>map(
                                sql -> view(name, columns.of(key), sql, row.text("REMARKS"), attachments, key))
                        .orElseGet(() -> new OtherObject(name, "materialized view", listed(columns.of(key)))));
                return;
            }
            List<String> peculiarities = new ArrayList<>(peculiarities(row));
            peculiarities.addAll(attachments.peculiarities(key));
            objects.add(new Table(
                    name,
                    columns.of(key),
                    constraints.of(key),
                    indexes.of(key),
                    attachments.of(key),
                    "",
                    row.text("REMARKS"),
                    peculiarities));
        });
        return objects;
    }

    private View view(
            ObjectName name,
            List<Column> columns,
            String query,
            Optional<String> comment,
            H2Attachments attachments,
            H2Key key) {
        String definition = H2Renderings.CREATE_VIEW + dialect.name(name) + listed(columns) + " AS\n" + query;
        return new View(name, definition, comment, attachments.of(key));
    }

    private String listed(List<Column> columns) {
        return " (" + dialect.names(columns.stream().map(Column::name).toList()) + ")";
    }

    private List<String> peculiarities(Row table) {
        String storage = H2Scope.text(table, "STORAGE_TYPE");
        String usual = scope.names().isPersistent() ? "CACHED" : "MEMORY";
        if (storage.equals("TABLE LINK")) {
            return List.of("it is a link to a table elsewhere");
        }
        return storage.equals(usual)
                ? List.of()
                : List.of("it is stored in a way of its own: " + storage.toLowerCase(Locale.ROOT));
    }

    /** Sequences; the next number is part of what is made again, but no part of the schema. */
    List<SchemaObject> sequences(Function<Row, String> restart) {
        List<SchemaObject> objects = new ArrayList<>();
        scope.ask(SEQUENCES, "SEQUENCE", "SEQUENCE_NAME").forEach((key, rows) -> {
            Row row = rows.get(0);
            String type = H2Scope.text(row, "DATA_TYPE");
            String options = H2Sequence.options(row);
            ObjectName name = naming.apply(key);
            String definition = "CREATE SEQUENCE " + dialect.name(name) + (type.equals("BIGINT") ? "" : " AS " + type)
                    + (options.isEmpty() ? "" : " " + options) + restart.apply(row);
            objects.add(new Sequence(name, definition, row.text("REMARKS"), List.of()));
        });
        return objects;
    }

    /** {@return the clause by which a sequence that is made again goes on where it was} */
    static String goingOn(Row sequence) {
        String next = H2Scope.text(sequence, "BASE_VALUE");
        return next.equals(H2Scope.text(sequence, "IDENTITY_START")) ? "" : " RESTART WITH " + next;
    }
}
