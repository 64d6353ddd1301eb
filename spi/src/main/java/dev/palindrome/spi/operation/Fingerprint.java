package dev.palindrome.spi.operation;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record as text that a later version writes alike: properties that say nothing are left out, so that new ones
 * don't change the checksums of old migrations.
 */
final class Fingerprint {
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .map(component -> new Part(
                            component.getName(),
                            component.getAccessor(),
                            Optional.ofNullable(component.getAnnotation(Property.class))))
                    .filter(part -> part.property().filter(Property::hidden).isEmpty())
                    .toList();
        }
    };

    private Fingerprint() {}

    static String of(Record subject) {
        List<String> parts = new ArrayList<>();
        for (Part part : PARTS.get(subject.getClass())) {
            Object value = part.value(subject);
            if (!saysNothing(value, part.property())) {
                parts.add(part.name() + "=" + text(value));
            }
        }
        return subject.getClass().getSimpleName() + "{" + String.join(", ", parts) + "}";
    }

    private static boolean saysNothing(@Nullable Object value, Optional<Property> property) {
        return (value instanceof Optional<?> optional && optional.isEmpty())
                || (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof Boolean flag
                        && flag == property.filter(Property::unlessWritten).isPresent());
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return text(optional.orElse(null));
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(Fingerprint::text).toList().toString();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> text(e.getKey()) + "=" + text(e.getValue()))
                    .toList()
                    .toString();
        }
        if (value instanceof Record nested) {
            return of(nested);
        }
        return value instanceof String text ? "'" + text.replace("'", "''") + "'" : String.valueOf(value);
    }

    private record Part(String name, Method accessor, Optional<Property> property) {

        @Nullable
        Object value(Record subject) {
            try {
                return accessor.invoke(subject);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
