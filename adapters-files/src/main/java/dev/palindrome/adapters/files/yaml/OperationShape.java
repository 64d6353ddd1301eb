package dev.palindrome.adapters.files.yaml;

import dev.palindrome.adapters.files.yaml.Node.Entry;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.operation.Located;
import dev.palindrome.spi.operation.Operations;
import dev.palindrome.spi.operation.Property;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An operation: a map of one key, its name, and of what that operation needs to know. There are those that {@link Operations}
 * makes for Java authors, so that a new one needs no mention here.
 */
final class OperationShape implements Shape {
    private final Map<String, Class<?>> types = new TreeMap<>();
    private final Map<String, Shape> shapes = new ConcurrentHashMap<>();
    private final Shapes factory;

    OperationShape(Shapes factory) {
        this.factory = factory;
        Arrays.stream(Operations.class.getMethods())
                .map(Method::getReturnType)
                .filter(type -> type.isRecord() && Operation.class.isAssignableFrom(type))
                .filter(type -> type.isAnnotationPresent(Property.class))
                .forEach(type -> types.put(Shapes.decapitalised(type), type));
    }

    List<Class<?>> types() {
        return List.copyOf(types.values());
    }

    @Override
    public Optional<Object> read(Node node, String subject, Findings findings) {
        List<Entry> entries = node.entries().orElse(List.of());
        if (entries.isEmpty()) {
            findings.unexpected(
                    subject,
                    "an operation",
                    node,
                    "Write the operation's name, a colon, and what it needs, such as 'dropTable: {table: customer}'.");
            return Optional.empty();
        }
        Entry first = entries.get(0);
        boolean isAlone = isAlone(entries, findings);
        Class<?> type = types.get(first.key());
        if (type == null) {
            findings.add(
                    first.mark(),
                    "There is no operation '" + first.key() + "'. " + Findings.hint(first.key(), types.keySet()));
            return Optional.empty();
        }
        if (!isAlone && first.value().scalar().filter(Scalar::isNull).isPresent()) {
            return Optional.empty(); // what it lacks is what stands beside it
        }
        return shape(first.key(), type)
                .read(first.value(), first.key(), findings)
                .filter(operation -> isAlone)
                .map(operation -> new Located(
                        (Operation) operation, findings.at(first.mark().line())));
    }

    private boolean isAlone(List<Entry> entries, Findings findings) {
        if (entries.size() > 1) {
            String first = entries.get(0).key();
            Entry second = entries.get(1);
            findings.add(
                    second.mark(),
                    "'" + second.key() + "' stands beside '" + first + "'. "
                            + (types.containsKey(second.key())
                                    ? "Each operation is an item of its own: put a dash and a blank before it."
                                    : "Indent it further than '" + first + "' if it belongs to it."));
        }
        return entries.size() == 1;
    }

    private Shape shape(String name, Class<?> type) {
        return shapes.computeIfAbsent(name, key -> new RecordShape(type, key, factory));
    }

    /**
     * Not one of many schemas, but one with many properties of which one is written: editors then complete names, and say of
     * a misspelt one that it is unknown rather than that nothing matches.
     */
    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return definitions.reference("operation", () -> {
            Map<String, Object> properties = new TreeMap<>();
            types.forEach((name, type) -> properties.put(name, shape(name, type).schema(definitions)));
            return Definitions.object(
                    "description",
                    "an operation: its name, and what it needs to know",
                    "type",
                    "object",
                    "properties",
                    properties,
                    "additionalProperties",
                    false,
                    "minProperties",
                    1,
                    "maxProperties",
                    1);
        });
    }
}
