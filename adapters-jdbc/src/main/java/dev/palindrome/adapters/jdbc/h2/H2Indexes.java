package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.catalogue.Index;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the indexes of tables, those that no constraint made. */
final class H2Indexes {
    private static final String INDEXES = "SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_SCHEMA, INDEX_NAME, INDEX_TYPE_NAME,"
            + " NULLS_DISTINCT, REMARKS FROM (SELECT * FROM INFORMATION_SCHEMA.INDEXES WHERE NOT IS_GENERATED)";

    private final Dialect dialect;
    private final H2Names names;
    private final Map<H2Key, List<Row>> rows;
    private final H2IndexColumns columns;

    H2Indexes(Dialect dialect, H2Scope scope, H2IndexColumns columns) {
        this.dialect = dialect;
        this.names = scope.names();
        this.rows = scope.ask(INDEXES, "TABLE", "INDEX_NAME");
        this.columns = columns;
    }

    List<Index> of(H2Key table) {
        return rows.getOrDefault(table, List.of()).stream()
                .map(row -> index(table, row))
                .toList();
    }

    private Index index(H2Key table, Row row) {
        String name = H2Scope.text(row, "INDEX_NAME");
        List<Row> parts = columns.of(new H2Key(H2Scope.text(row, "INDEX_SCHEMA"), name));
        String definition = "CREATE "
                + H2Scope.text(row, "INDEX_TYPE_NAME").replace("UNIQUE ", "UNIQUE " + H2Constraints.nulls(row))
                + " " + dialect.name(names.written(name)) + " ON "
                + dialect.name(names.written(table.schema(), table.name()))
                + parts.stream().map(this::part).collect(Collectors.joining(", ", " (", ")"));
        return new Index(
                names.written(name),
                parts.stream()
                        .map(part -> names.written(H2Scope.text(part, "COLUMN_NAME")))
                        .toList(),
                definition,
                row.text("REMARKS"));
    }

    /** Nulls are less than all else unless somebody says otherwise; what never is null has no place for them. */
    private String part(Row row) {
        boolean descends = H2Scope.text(row, "ORDERING_SPECIFICATION").equals("DESC");
        String nullsByThemselves = descends ? "LAST" : "FIRST";
        return dialect.name(names.written(H2Scope.text(row, "COLUMN_NAME")))
                + (descends ? " DESC" : "")
                + row.text("NULL_ORDERING")
                        .filter(order -> !order.equals(nullsByThemselves))
                        .map(order -> " NULLS " + order)
                        .orElse("");
    }
}
