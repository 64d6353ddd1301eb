package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.catalogue.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the columns of tables and views. */
final class H2Columns {
    private static final String QUERY = "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME,"
            + " DATA_TYPE_SQL(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER) AS SQL_TYPE, DATA_TYPE,"
            + " DOMAIN_SCHEMA, DOMAIN_NAME, COLUMN_DEFAULT, IS_NULLABLE, IS_GENERATED, GENERATION_EXPRESSION,"
            + " COLUMN_ON_UPDATE, IS_VISIBLE, DEFAULT_ON_NULL, REMARKS, IS_IDENTITY, IDENTITY_GENERATION,"
            + " IDENTITY_START, IDENTITY_INCREMENT, IDENTITY_MINIMUM, IDENTITY_MAXIMUM, IDENTITY_CYCLE, IDENTITY_CACHE"
            + " FROM INFORMATION_SCHEMA.COLUMNS";

    private final Dialect dialect;
    private final H2Names names;
    private final Map<H2Key, List<Row>> rows;

    H2Columns(Dialect dialect, H2Scope scope) {
        this.dialect = dialect;
        this.names = scope.names();
        this.rows = scope.ask(QUERY, "TABLE", "TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION");
    }

    List<Column> of(H2Key table) {
        return rows.getOrDefault(table, List.of()).stream().map(this::column).toList();
    }

    private Column column(Row row) {
        Optional<String> domain = row.text("DOMAIN_NAME")
                .map(name -> dialect.name(names.written(H2Scope.text(row, "DOMAIN_SCHEMA"), name)));
        return new Column(
                names.written(H2Scope.text(row, "COLUMN_NAME")),
                domain.orElseGet(() -> H2Scope.text(row, "SQL_TYPE")),
                is(row, "IS_NULLABLE"),
                row.text("COLUMN_DEFAULT"),
                Optional.empty(),
                generated(row),
                row.text("REMARKS"));
    }

    /** What stands after the type, but for DEFAULT: {@link H2Renderings} puts that in its place. */
    private static Optional<String> generated(Row row) {
        List<String> clauses = new ArrayList<>();
        if (!is(row, "IS_VISIBLE")) {
            clauses.add("INVISIBLE");
        }
        if (is(row, "IS_IDENTITY")) {
            clauses.add(identity(row));
        }
        if (H2Scope.text(row, "IS_GENERATED").equals("ALWAYS")) {
            clauses.add("GENERATED ALWAYS AS (" + H2Scope.text(row, "GENERATION_EXPRESSION") + ")");
        }
        row.text("COLUMN_ON_UPDATE").ifPresent(expression -> clauses.add("ON UPDATE " + expression));
        if (is(row, "DEFAULT_ON_NULL") && !is(row, "IS_IDENTITY")) {
            clauses.add("DEFAULT ON NULL");
        }
        return clauses.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", clauses));
    }

    private static String identity(Row row) {
        String options = H2Sequence.options(row);
        return "GENERATED " + H2Scope.text(row, "IDENTITY_GENERATION") + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + options + ")");
    }

    private static boolean is(Row row, String column) {
        String text = H2Scope.text(row, column);
        return text.equalsIgnoreCase("YES") || text.equalsIgnoreCase("TRUE");
    }
}
