package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.catalogue.Attachment;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Index;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of one object, as the values that they describe. */
final class Parts {
    private static final Map<String, Constraint.Kind> KINDS = Map.of(
            "p", Constraint.Kind.PRIMARY_KEY,
            "u", Constraint.Kind.UNIQUE,
            "f", Constraint.Kind.FOREIGN_KEY,
            "c", Constraint.Kind.CHECK);

    private final Map<String, List<Row>> rows;
    private final Map<String, String> columnNames;
    private final Map<String, String> collations;

    Parts(List<Row> rows) {
        this.rows = rows.stream().collect(Collectors.groupingBy(row -> text(row, "part")));
        this.columnNames = of("column").collect(Collectors.toMap(row -> text(row, "columns"), Parts::name));
        this.collations =
                of("collation").collect(Collectors.toMap(row -> text(row, "columns"), row -> text(row, "definition")));
    }

    Stream<Row> of(String part) {
        return rows.getOrDefault(part, List.of()).stream();
    }

    /** {@return what the object itself is, a relation or a type} */
    Row head() {
        return of("relation").findFirst().or(() -> of("enum").findFirst()).orElseThrow();
    }

    List<Column> columns() {
        return of("column")
                .map(row -> new Column(
                        name(row),
                        text(row, "definition"),
                        !row.flag("flag").orElse(false),
                        row.text("extra"),
                        Optional.ofNullable(collations.get(text(row, "columns"))),
                        row.text("clause"),
                        row.text("comment")))
                .toList();
    }

    List<Constraint> constraints() {
        return of("constraint")
                .map(row -> new Constraint(
                        name(row),
                        KINDS.getOrDefault(text(row, "kind"), Constraint.Kind.OTHER),
                        named(row),
                        text(row, "definition"),
                        row.text("comment")))
                .toList();
    }

    List<Index> indexes() {
        return of("index")
                .map(row -> new Index(name(row), named(row), text(row, "definition"), row.text("comment")))
                .toList();
    }

    List<Attachment> attachments() {
        return of("attachment")
                .map(row -> new Attachment(text(row, "kind"), text(row, "name"), named(row), text(row, "definition")))
                .toList();
    }

    List<String> texts(String part, String column) {
        return of(part).map(row -> text(row, column)).toList();
    }

    private List<String> named(Row row) {
        return Stream.of(text(row, "columns").split(" "))
                .map(number -> Optional.ofNullable(columnNames.get(number)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String name(Row row) {
        return WrittenName.of(text(row, "name"));
    }

    static String text(Row row, String column) {
        return row.text(column).orElse("");
    }
}
