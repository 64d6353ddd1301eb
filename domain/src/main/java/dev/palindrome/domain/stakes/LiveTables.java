package dev.palindrome.domain.stakes;

import dev.palindrome.domain.sql.Identifiers;
import dev.palindrome.domain.sql.Referenced;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables that are there now; read when the first is asked for, and once. */
final class LiveTables {
    private final SchemaInspector inspector;
    private final StatementRunner database;
    private @Nullable List<Table> tables;

    LiveTables(SchemaInspector inspector, StatementRunner database) {
        this.inspector = inspector;
        this.database = database;
    }

    /** Finds what a name means in a script: by its very letters, or else whatever their case. */
    Optional<Table> find(ObjectName written) {
        List<Table> named = all().stream()
                .filter(table -> key(table.name()).equals(key(written)))
                .toList();
        List<Table> near = named.isEmpty() ? inOwnSchema(written) : named;
        String exact = bare(written.name());
        return near.stream()
                .filter(table -> bare(table.name().name()).equals(exact))
                .findFirst()
                .or(() -> near.stream()
                        .filter(table -> bare(table.name().name()).equals(exact.toLowerCase(Locale.ROOT)))
                        .findFirst())
                .or(() -> near.stream().findFirst());
    }

    /** Tables of the connection's own schema are listed without it, whatever a script calls them. */
    private List<Table> inOwnSchema(ObjectName written) {
        return written.schema().isEmpty() || !inSchema(written).isEmpty()
                ? List.of()
                : all().stream()
                        .filter(table -> key(table.name()).equals(key(ObjectName.of(written.name()))))
                        .toList();
    }

    List<Table> inSchema(ObjectName written) {
        String schema = bare(written.schema().orElseThrow());
        return all().stream()
                .filter(table -> table.name()
                        .schema()
                        .filter(name -> bare(name).equalsIgnoreCase(schema))
                        .isPresent())
                .toList();
    }

    /** {@return the tables whose rows go along when rows of that one are deleted} */
    List<Table> cascading(Table from) {
        return all().stream()
                .filter(table -> table.constraints().stream()
                        .filter(constraint -> constraint.kind() == Constraint.Kind.FOREIGN_KEY)
                        .map(Constraint::definition)
                        .filter(definition ->
                                definition.toUpperCase(Locale.ROOT).contains("ON DELETE CASCADE"))
                        .anyMatch(definition -> Referenced.in(definition)
                                .flatMap(referenced -> find(referenced.table()))
                                .filter(from::equals)
                                .isPresent()))
                .toList();
    }

    static String key(ObjectName name) {
        return (name.schema().map(schema -> bare(schema) + ".").orElse("") + bare(name.name()))
                .toLowerCase(Locale.ROOT);
    }

    static String bare(String written) {
        return Identifiers.unquoted(written);
    }

    private List<Table> all() {
        List<Table> there = tables;
        if (there == null) {
            there = inspector.all(database).stream()
                    .filter(Table.class::isInstance)
                    .map(Table.class::cast)
                    .toList();
            tables = there;
        }
        return there;
    }
}
