package dev.palindrome.domain.schema;

import dev.palindrome.domain.sql.Referenced;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Table;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tables of a database.
 *
 * @param tables in alphabetical order
 */
public record Schema(List<Table> tables) {

    public Schema {
        tables = List.copyOf(tables);
    }

    static Schema of(Collection<SchemaObject> objects) {
        return new Schema(objects.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .sorted(Comparator.comparing(table -> table.name().toString()))
                .toList());
    }

    /** {@return whether the column is in its table's primary key} */
    public boolean isInPrimaryKey(Table table, Column column) {
        return table.primaryKey()
                .filter(key -> key.columns().stream().anyMatch(column.name()::equalsIgnoreCase))
                .isPresent();
    }

    /** {@return the foreign keys of a table, in the order of its constraints} */
    public List<ForeignKey> foreignKeys(Table table) {
        return table.constraints().stream()
                .filter(constraint -> constraint.kind() == Constraint.Kind.FOREIGN_KEY)
                .flatMap(constraint -> foreignKey(table, constraint).stream())
                .toList();
    }

    private Optional<ForeignKey> foreignKey(Table from, Constraint constraint) {
        return Referenced.in(constraint.definition()).map(referenced -> {
            Optional<Table> to = find(from, referenced);
            List<String> named = referenced.columns();
            return new ForeignKey(
                    constraint.columns(),
                    to.map(Table::name).orElse(referenced.table()),
                    named.isEmpty()
                            ? to.flatMap(Table::primaryKey)
                                    .map(Constraint::columns)
                                    .orElse(List.of())
                            : named.stream()
                                    .map(name -> to.flatMap(table -> table.column(name))
                                            .map(Column::name)
                                            .orElse(name))
                                    .toList());
        });
    }

    /** A name without a schema may mean the one in which the pointing table is. */
    private Optional<Table> find(Table from, Referenced referenced) {
        return named(referenced.table())
                .or(() -> named(from.name().sibling(referenced.table().name())))
                .or(() -> named(ObjectName.of(referenced.table().name())));
    }

    private Optional<Table> named(ObjectName name) {
        return tables.stream()
                .filter(table -> table.name().toString().equalsIgnoreCase(name.toString()))
                .findFirst();
    }
}
