package dev.palindrome.spi.operation;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record as text that a later version writes alike: properties that say nothing are left out, so that new ones
 * don't change the checksums of old migrations.
 */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Record subject) {
        List<String> parts = new ArrayList<>();
        for (RecordComponent component : subject.getClass().getRecordComponents()) {
            Property property = component.getAnnotation(Property.class);
            if (property != null && property.hidden()) {
                continue;
            }
            Object value = value(subject, component);
            if (!saysNothing(value, property)) {
                parts.add(component.getName() + "=" + text(value));
            }
        }
        return subject.getClass().getSimpleName() + "{" + String.join(", ", parts) + "}";
    }

    private static @Nullable Object value(Record subject, RecordComponent component) {
        try {
            return component.getAccessor().invoke(subject);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean saysNothing(@Nullable Object value, @Nullable Property property) {
        return (value instanceof Optional<?> optional && optional.isEmpty())
                || (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof Boolean flag && flag == (property != null && property.unlessWritten()));
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
}
