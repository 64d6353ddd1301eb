package dev.palindrome.domain.schema;

import dev.palindrome.domain.plan.Plan;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.MissingObjectException;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.catalogue.UnforeseenException;
import dev.palindrome.spi.operation.SchemaOperation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks the typed operations of a plan, one after the other, what they make of the schema. */
final class Foresight {
    private final Workspace workspace;
    private final StatementRunner database;
    private final SchemaInspector inspector;
    private final Dialect dialect;
    private final Catalogue catalogue;

    Foresight(Workspace workspace, StatementRunner database) {
        this.workspace = workspace;
        this.database = database;
        this.inspector = workspace.database().inspector();
        this.dialect = workspace.adapter().dialect();
        this.catalogue = inspector.catalogue(database);
    }

    Outlook of(Plan plan, List<SchemaObject> objects) {
        Optional<String> unforeseen = plan.isRefused()
                ? Optional.of("The plan has problems and will not run.")
                : plan.steps().stream().flatMap(step -> hidden(step).stream()).findFirst();
        return new Outlook(
                plan.hash(),
                Schema.of(objects),
                unforeseen.isPresent() ? Optional.empty() : catalogue.known().map(known -> changed(objects, known)),
                unforeseen);
    }

    /** Goes on by one step; says why, if nobody can see what that does. */
    private Optional<String> hidden(Step step) {
        if (step.work().recordedOnly()) {
            return Optional.empty();
        }
        if (step.former().isPresent()) {
            return Optional.of("Migration '" + step.migration() + "' stopped half-way before.");
        }
        Optional<Migration> migration =
                workspace.apps().find(step.migration()).filter(m -> step.work().origin() == Step.Origin.PACK);
        if (migration.isEmpty()) {
            return Optional.of(stored(step));
        }
        try {
            for (Operation operation : operations(step, migration.get())) {
                operation.foresee(dialect, catalogue);
                if (catalogue.known().isEmpty()) {
                    return Optional.of(silent(step, operation));
                }
            }
            return Optional.empty();
        } catch (UnforeseenException e) {
            return Optional.of(stored(step));
        } catch (MissingObjectException | ProblemException e) {
            return Optional.of("Migration '" + step.migration() + "': " + e.getMessage() + ".");
        }
    }

    private static String silent(Step step, Operation operation) {
        return "Migration '" + step.migration() + "' "
                + (operation instanceof SchemaOperation
                        ? "has the operation '" + operation.getClass().getSimpleName() + "', which does not foresee"
                        : "runs SQL or code of its own, which does not say beforehand")
                + " what becomes of the schema.";
    }

    private static String stored(Step step) {
        return "Migration '" + step.migration()
                + "' is reversed by SQL that was stored when it ran, which does not say what becomes of the schema.";
    }

    private List<Operation> operations(Step step, Migration migration) {
        if (step.direction() == Direction.FORWARDS) {
            return migration.forwards();
        }
        if (!(migration.reversal() instanceof Reversal.Mirrored)) {
            return migration.reversal().operations();
        }
        List<Operation> lastFirst = new ArrayList<>(migration.forwards());
        Collections.reverse(lastFirst);
        return lastFirst.stream()
                .flatMap(operation -> operation.reversal(dialect, Catalogue.unknown()).operations().stream())
                .toList();
    }

    private Schema changed(List<SchemaObject> objects, Map<ObjectName, Optional<SchemaObject>> known) {
        Map<String, SchemaObject> after = new LinkedHashMap<>();
        objects.forEach(object -> after.put(key(object.name()), object));
        Set<String> listed = Set.copyOf(after.keySet());
        known.forEach((name, object) -> {
            String key = key(isListedPlain(name, listed) ? ObjectName.of(name.name()) : name);
            if (object.isPresent() && (listed.contains(key) || isNew(name))) {
                after.put(key, arranged(object.get(), Optional.ofNullable(after.get(key))));
            } else {
                after.remove(key);
            }
        });
        return Schema.of(after.values());
    }

    /** With the columns in the order in which they were listed, which need not be that of the table; new ones come last. */
    private static SchemaObject arranged(SchemaObject object, Optional<SchemaObject> listed) {
        if (!(object instanceof Table table) || !(listed.orElse(object) instanceof Table before)) {
            return object;
        }
        List<String> order = before.columns().stream().map(Column::name).toList();
        return table.withColumns(table.columns().stream()
                .sorted(Comparator.comparing(
                        column -> order.contains(column.name()) ? order.indexOf(column.name()) : order.size()))
                .toList());
    }

    /** Objects of the connection's own schema are listed without it, whatever an operation calls them. */
    private boolean isListedPlain(ObjectName name, Set<String> listed) {
        return name.schema().isPresent()
                && !listed.contains(key(name))
                && listed.contains(key(ObjectName.of(name.name())))
                && !isNew(name);
    }

    /** What is there and not listed is none of the users' own. */
    private boolean isNew(ObjectName name) {
        return inspector.find(database, name).isEmpty();
    }

    private static String key(ObjectName name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
