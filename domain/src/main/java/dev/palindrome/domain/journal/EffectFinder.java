package dev.palindrome.domain.journal;

import dev.palindrome.domain.sql.Effect;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks in the catalogue for what statements do; reads each object once. */
final class EffectFinder {
    private final SchemaInspector inspector;
    private final StatementRunner database;
    private final Map<ObjectName, Optional<SchemaObject>> found = new HashMap<>();
    private Optional<List<Table>> tables = Optional.empty();

    EffectFinder(SchemaInspector inspector, StatementRunner database) {
        this.inspector = inspector;
        this.database = database;
    }

    Sight look(Effect effect) {
        List<SchemaObject> surroundings = effect.object().name().isEmpty()
                ? tables().stream()
                        .filter(table -> !parts(table, effect).isEmpty())
                        .map(SchemaObject.class::cast)
                        .toList()
                : find(effect.object()).stream().toList();
        List<?> things = effect.part().isEmpty()
                ? surroundings
                : surroundings.stream()
                        .flatMap(object -> parts(object, effect).stream())
                        .toList();
        boolean isSeen = effect.part().isEmpty()
                || effect.object().name().isEmpty()
                || surroundings.stream().anyMatch(Table.class::isInstance);
        return new Sight(digest(surroundings), isSeen ? things.size() : Sight.UNSEEN, digest(things));
    }

    private Optional<SchemaObject> find(ObjectName name) {
        return found.computeIfAbsent(name, n -> inspector.find(database, n).map(EffectFinder::lasting));
    }

    private List<Table> tables() {
        if (tables.isEmpty()) {
            tables = Optional.of(inspector.all(database).stream()
                    .filter(Table.class::isInstance)
                    .map(table -> (Table) lasting(table))
                    .toList());
        }
        return tables.get();
    }

    /** Rows that come change a table's options, such as what number is the next; what only changes options isn't looked for. */
    private static SchemaObject lasting(SchemaObject object) {
        return object instanceof Table table ? table.withOptions("") : object;
    }

    private static List<Object> parts(SchemaObject object, Effect effect) {
        List<Object> parts = new ArrayList<>();
        if (object instanceof Table table) {
            String before = "";
            for (Column column : table.columns()) {
                if (effect.isOfPart(column.name())) {
                    parts.add(List.of(before, column)); // it may be moved behind another
                }
                before = column.name();
            }
            table.constraints().stream()
                    .filter(c -> effect.isOfPart(c.name())
                            || (c.kind() == Constraint.Kind.PRIMARY_KEY && effect.isOfPart(Effect.PRIMARY_KEY)))
                    .forEach(parts::add);
            table.indexes().stream().filter(i -> effect.isOfPart(i.name())).forEach(parts::add);
            table.attachments().stream().filter(a -> effect.isOfPart(a.name())).forEach(parts::add);
        }
        return parts;
    }

    private static String digest(List<?> seen) {
        return Checksum.of(seen.toString()).value();
    }
}
