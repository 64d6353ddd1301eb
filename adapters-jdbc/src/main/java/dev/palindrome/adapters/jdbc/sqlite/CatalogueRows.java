package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.catalogue.Attachment;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.catalogue.View;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a table or view of its rows in {@code sqlite_schema}: its own, and those of its indexes and triggers. */
final class CatalogueRows {
    private CatalogueRows() {}

    static Optional<SchemaObject> object(ObjectName name, List<Row> rows) {
        Optional<SchemaObject> view = of("view", rows)
                .<SchemaObject>map(row -> new View(name, definition(row), Optional.empty(), triggers(List.of(), rows)))
                .findFirst();
        return view.or(() -> of("table", rows).findFirst().map(row -> table(name, sql(row), rows)));
    }

    private static Table table(ObjectName name, String sql, List<Row> rows) {
        Table table = CreateTableReader.read(name, sql);
        List<String> columns =
                table.columns().stream().map(c -> Written.exact(c.name())).toList();
        CreateIndexReader reader = new CreateIndexReader(columns);
        List<Index> indexes = of("index", rows)
                .map(row -> reader.read(row.text("name").orElse(""), sql(row)))
                .toList();
        return new Table(
                name,
                table.columns(),
                table.constraints(),
                indexes,
                triggers(columns, rows),
                table.options(),
                Optional.empty(),
                table.peculiarities());
    }

    private static List<Attachment> triggers(List<String> columns, List<Row> rows) {
        Mentions mentions = new Mentions(columns);
        return of("trigger", rows)
                .map(row -> new Attachment(
                        "trigger",
                        Written.of(row.text("name").orElse("")),
                        mentions.inTrigger(Lexer.read(sql(row))).stream()
                                .map(Written::of)
                                .toList(),
                        definition(row)))
                .toList();
    }

    /** However a view or trigger writes its name, the definition has it in quotes, as ours do. */
    private static String definition(Row row) {
        SqlReader sql = new SqlReader(sql(row));
        boolean known = sql.skip("CREATE", "VIEW") || sql.skip("CREATE", "TRIGGER");
        try {
            String start =
                    "CREATE " + row.text("type").orElse("").toUpperCase(Locale.ROOT) + " " + SqlText.quote(sql.name());
            return known ? start + " " + sql.restText() : sql(row);
        } catch (UnreadableException e) {
            return sql(row);
        }
    }

    private static Stream<Row> of(String type, List<Row> rows) {
        return rows.stream().filter(row -> row.text("type").orElse("").equals(type));
    }

    private static String sql(Row row) {
        return row.text("sql").orElse("");
    }
}
