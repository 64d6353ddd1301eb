package dev.palindrome.adapters.files.yaml;

import dev.palindrome.adapters.files.yaml.Node.Entry;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.operation.Property;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A map whose keys are the components of a record; or, where the record has a shorthand, a text in place of the map. */
final class RecordShape implements Shape {
    private final Class<?> type;
    private final String name;
    private final Map<String, RecordProperty> properties = new LinkedHashMap<>();
    private final List<Component> components = new ArrayList<>();
    private final Constructor<?> constructor;
    private final Optional<RecordProperty> shorthand;
    /** For each property of which something has to be written, the ways to write it. */
    private final Map<RecordProperty, List<String>> needs = new LinkedHashMap<>();

    /**
     * Looks into a record.
     *
     * @param type a record whose components are all annotated
     * @param name what its own errors begin with
     * @param shapes makes the shapes of its components
     */
    RecordShape(Class<?> type, String name, Shapes shapes) {
        this.type = type;
        this.name = name;
        for (RecordComponent component : type.getRecordComponents()) {
            Property property = annotation(component);
            Optional<RecordProperty> made = property.hidden()
                    ? Optional.empty()
                    : Optional.of(new RecordProperty(component, property, shapes.of(component, property)));
            made.ifPresent(shown -> properties.put(shown.name(), shown));
            components.add(new Component(made, property.placeOf()));
        }
        constructor = constructor(type);
        shorthand =
                properties.values().stream().filter(RecordProperty::isShorthand).findFirst();
        for (RecordProperty property : properties.values()) {
            List<String> ways = waysToWrite(property);
            if (!ways.isEmpty()) {
                needs.put(property, ways);
            }
        }
    }

    private static Constructor<?> constructor(Class<?> type) {
        try {
            return type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is no record", e);
        }
    }

    private static Property annotation(RecordComponent component) {
        Property property = component.getAnnotation(Property.class);
        if (property == null) {
            throw new IllegalArgumentException(component + " is not annotated");
        }
        return property;
    }

    @Override
    public Optional<Object> read(Node node, String subject, Findings findings) {
        if (shorthand.isPresent()
                && node.scalar().filter(scalar -> !scalar.isNull()).isPresent()) {
            return read(List.of(new Entry(node.mark(), shorthand.get().name(), node)), node, findings);
        }
        if (node.entries().isEmpty()) {
            findings.unexpected(
                    subject,
                    (shorthand.isPresent() ? "a text, or " : "") + "a map with " + needed(),
                    node,
                    "Write 'name: value' for each of these.");
            return Optional.empty();
        }
        return read(node.entries().get(), node, findings);
    }

    private Optional<Object> read(List<Entry> entries, Node node, Findings findings) {
        Map<String, Object> values = new LinkedHashMap<>();
        int before = findings.count();
        refuseUnknown(entries, findings);
        refuseLack(entries, node, findings);
        for (Entry entry : entries) {
            Optional.ofNullable(properties.get(entry.key()))
                    .flatMap(property -> property.read(entry.value(), findings))
                    .ifPresent(value -> values.put(entry.key(), value));
        }
        return findings.count() == before ? Optional.of(made(entries, values, node, findings)) : Optional.empty();
    }

    private void refuseUnknown(List<Entry> entries, Findings findings) {
        for (Entry entry : entries) {
            RecordProperty property = properties.get(entry.key());
            if (property == null) {
                findings.add(
                        entry.mark(),
                        name + " has no property '" + entry.key() + "'. "
                                + Findings.hint(entry.key(), properties.keySet()));
            } else if (property.insteadOf()
                    .flatMap(other -> Entry.of(entries, other))
                    .isPresent()) {
                findings.add(
                        entry.mark(),
                        "'" + entry.key() + "' stands in place of '"
                                + property.insteadOf().get() + "', and both are written. Remove one of the two.");
            }
        }
    }

    /** What is there under a misspelt name is not asked for again. */
    private void refuseLack(List<Entry> entries, Node node, Findings findings) {
        Set<String> written = entries.stream()
                .map(Entry::key)
                .map(key -> properties.containsKey(key)
                        ? key
                        : Findings.nearest(key, properties.keySet()).orElse(key))
                .collect(Collectors.toSet());
        needs.forEach((property, ways) -> {
            if (ways.stream().noneMatch(written::contains)) {
                findings.add(
                        node.mark(),
                        name + " needs "
                                + (ways.size() == 1
                                        ? "'" + ways.get(0) + "', " + property.description() + ". Add it."
                                        : "'" + String.join("' or '", ways) + "'. Add one."));
            }
        });
    }

    /** {@return the properties of which one has to be written: a required one; a shorthand, or what stands in its place} */
    private List<String> waysToWrite(RecordProperty property) {
        if (!property.isRequired() && !property.isShorthand()) {
            return List.of();
        }
        List<String> ways = new ArrayList<>(List.of(property.name()));
        properties.values().stream()
                .filter(other ->
                        other.insteadOf().filter(property.name()::equals).isPresent())
                .map(RecordProperty::name)
                .forEach(ways::add);
        return ways;
    }

    private String needed() {
        List<String> needed = needs.values().stream()
                .map(ways -> "'" + String.join("' or '", ways) + "'")
                .toList();
        if (needed.isEmpty()) {
            return "any of '" + String.join("', '", properties.keySet()) + "'";
        }
        int last = needed.size() - 1;
        return last == 0 ? needed.get(0) : String.join(", ", needed.subList(0, last)) + " and " + needed.get(last);
    }

    private Object made(List<Entry> entries, Map<String, Object> values, Node node, Findings findings) {
        Object[] arguments = components.stream()
                .map(component -> component.property().isPresent()
                        ? values.getOrDefault(
                                component.property().get().name(),
                                component.property().get().unwritten())
                        : place(component.placeOf(), entries, node, findings))
                .toArray();
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A " + type.getSimpleName() + " can't be made", e);
        }
    }

    private static Location place(String property, List<Entry> entries, Node node, Findings findings) {
        return findings.at(Entry.of(entries, property)
                .map(entry -> entry.value().contentLine())
                .orElse(node.mark().line()));
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return definitions.reference(Shapes.decapitalised(type), () -> {
            Map<String, Object> schema = Definitions.object("description", Shapes.description(type));
            Map<String, Object> map = mapSchema(definitions);
            if (shorthand.isPresent()) {
                Map<String, Object> text = shorthand.get().schema(definitions);
                schema.put("anyOf", List.of(text, map));
            } else {
                schema.putAll(map);
            }
            return schema;
        });
    }

    /** {@return the map alone, without a name or a shorthand} */
    Map<String, Object> mapSchema(Definitions definitions) {
        Map<String, Object> described = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        List<Object> rules = new ArrayList<>();
        for (RecordProperty property : properties.values()) {
            described.put(property.name(), property.schema(definitions));
            List<String> ways = waysToWrite(property);
            if (ways.size() == 1) {
                required.add(property.name());
            } else if (ways.size() > 1) {
                rules.add(Definitions.object(
                        "anyOf", ways.stream().map(RecordShape::has).toList()));
            }
            property.insteadOf().ifPresent(other -> rules.add(Definitions.object("not", has(property.name(), other))));
        }
        Map<String, Object> map =
                Definitions.object("type", "object", "properties", described, "additionalProperties", false);
        if (!required.isEmpty()) {
            map.put("required", required);
        }
        if (!rules.isEmpty()) {
            map.put("allOf", rules);
        }
        return map;
    }

    private static Map<String, Object> has(String... names) {
        return Definitions.object("required", List.of(names));
    }

    /** What a component of the record is made of: a property, or else the place of one. */
    private record Component(Optional<RecordProperty> property, String placeOf) {}
}
