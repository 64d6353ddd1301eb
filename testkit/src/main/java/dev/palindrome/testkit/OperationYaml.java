package dev.palindrome.testkit;

import dev.palindrome.spi.Operation;
import dev.palindrome.spi.operation.Property;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes operations as migrations in YAML have them, so that a failing sequence can be read, kept and run. */
final class OperationYaml {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_ ()]*[A-Za-z0-9_)]|[A-Za-z]");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private OperationYaml() {}

    static String of(List<Operation> operations) {
        return operations.stream()
                .map(operation -> "  - " + named(operation) + "\n")
                .collect(Collectors.joining("", "operations:\n", ""));
    }

    private static String named(Operation operation) {
        String name = operation.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + ": " + text(operation);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return text(optional.orElse(null));
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(OperationYaml::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Record nested) {
            return properties(nested);
        }
        if (value instanceof Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return value instanceof String text ? scalar(text) : String.valueOf(value);
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))
                ? text
                : "'" + text.replace("'", "''") + "'";
    }

    private static String properties(Record subject) {
        List<String> said = new ArrayList<>();
        Optional<String> shorthand = Optional.empty();
        for (RecordComponent component : subject.getClass().getRecordComponents()) {
            Property property = component.getAnnotation(Property.class);
            Object value = value(subject, component);
            if (property == null || property.hidden() || saysNothing(value, property)) {
                continue;
            }
            String name = property.name().isEmpty() ? component.getName() : property.name();
            said.add(name + ": " + text(value));
            shorthand = property.shorthand() ? Optional.of(text(value)) : shorthand;
        }
        return said.size() == 1 && shorthand.isPresent() ? shorthand.get() : "{" + String.join(", ", said) + "}";
    }

    private static boolean saysNothing(@Nullable Object value, Property property) {
        return (value instanceof Optional<?> optional && optional.isEmpty())
                || (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Boolean flag && flag == property.unlessWritten());
    }

    private static @Nullable Object value(Record subject, RecordComponent component) {
        try {
            return component.getAccessor().invoke(subject);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
