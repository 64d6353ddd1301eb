package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.catalogue.Attachment;
import dev.palindrome.spi.catalogue.EnumType;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Sequence;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.catalogue.View;
import java.util.ArrayList;
import java.util.List;

/** Makes the values of objects from the rows of {@link CatalogueSql}. */
final class ObjectReader {
    private final Dialect dialect;

    ObjectReader(Dialect dialect) {
        this.dialect = dialect;
    }

    /** {@return the object under its own name, without a schema if that is the current one} */
    SchemaObject read(List<Row> rows) {
        Parts parts = new Parts(rows);
        return read(parts, WrittenName.of(parts.head(), "extra", "flag"));
    }

    /** {@return the object under the name that it was asked by} */
    SchemaObject read(List<Row> rows, ObjectName asked) {
        return read(new Parts(rows), asked);
    }

    private SchemaObject read(Parts parts, ObjectName name) {
        Row head = parts.head();
        return switch (Parts.text(head, "kind")) {
            case "v" -> new View(name, create("VIEW", parts, name), head.text("comment"), parts.attachments());
            case "m" ->
                new View(name, create("MATERIALIZED VIEW", parts, name), head.text("comment"), withIndexes(parts));
            case "S" -> new Sequence(name, create("SEQUENCE", parts, name), head.text("comment"), parts.attachments());
            case "" -> new EnumType(name, parts.texts("value", "name"), head.text("comment"));
            default -> table(parts, name);
        };
    }

    private Table table(Parts parts, ObjectName name) {
        Row head = parts.head();
        List<String> peculiarities = new ArrayList<>(parts.texts("peculiarity", "definition"));
        if (isElsewhere(head, name)) {
            peculiarities.add("it is in the schema '" + Parts.text(head, "extra")
                    + "', which isn't the current one: name it with its schema");
        }
        return new Table(
                name,
                parts.columns(),
                parts.constraints(),
                parts.indexes(),
                parts.attachments(),
                Parts.text(head, "clause"),
                head.text("comment"),
                peculiarities);
    }

    /** An unqualified name is found further along the search path too, but only made in the current schema. */
    private static boolean isElsewhere(Row head, ObjectName name) {
        return name.schema().isEmpty() && !head.flag("flag").orElse(false);
    }

    private String create(String word, Parts parts, ObjectName name) {
        Row head = parts.head();
        String sql = isElsewhere(head, name)
                ? SqlText.quote(Parts.text(head, "extra")) + "." + dialect.name(name)
                : dialect.name(name);
        String options = Parts.text(head, "clause");
        return "CREATE " + word + " " + sql + (options.isEmpty() ? "" : " " + options)
                + (word.equals("SEQUENCE") ? "" : " AS\n") + Parts.text(head, "definition");
    }

    private List<Attachment> withIndexes(Parts parts) {
        List<Attachment> all = new ArrayList<>();
        for (Index index : parts.indexes()) {
            all.add(new Attachment("index", index.name(), index.columns(), index.definition()));
            index.comment()
                    .ifPresent(text -> all.add(new Attachment(
                            "index comment",
                            index.name(),
                            index.columns(),
                            "COMMENT ON INDEX " + dialect.name(index.name()) + " IS " + dialect.literal(text))));
        }
        all.addAll(parts.attachments());
        return all;
    }
}
