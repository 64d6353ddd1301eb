package dev.palindrome.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records as text, and back: of texts, numbers, truth, enums, further records, and lists, maps and optionals of these. Each
 * value is a letter for its kind and what makes it up.
 */
final class RecordText {
    private final String text;
    private int at;

    private RecordText(String text) {
        this.text = text;
    }

    static String of(Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    static <T> T read(Class<T> type, String text) {
        return type.cast(Objects.requireNonNull(new RecordText(text).next()));
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        if (value == null) {
            text.append('-');
        } else if (value instanceof Record subject) {
            all('r', components(subject), text);
        } else if (value instanceof List<?> list) {
            all('l', list, text);
        } else if (value instanceof Map<?, ?> map) {
            List<Object> both = new ArrayList<>(map.keySet());
            both.addAll(map.values());
            all('m', both, text);
        } else if (value instanceof Optional<?> optional) {
            all('o', optional.stream().toList(), text);
        } else if (value instanceof Enum<?> word) {
            all('e', List.of(word.getDeclaringClass().getName(), word.name()), text);
        } else if (value instanceof Integer) {
            said('i', value.toString(), text);
        } else if (value instanceof Long) {
            said('n', value.toString(), text);
        } else if (value instanceof Boolean) {
            said('b', value.toString(), text);
        } else {
            said('s', value.toString(), text);
        }
    }

    private static void said(char kind, String value, StringBuilder text) {
        text.append(kind).append(value.length()).append(':').append(value);
    }

    private static void all(char kind, List<?> values, StringBuilder text) {
        text.append(kind).append(values.size()).append(':');
        values.forEach(value -> write(value, text));
    }

    private static List<@Nullable Object> components(Record subject) {
        List<@Nullable Object> values =
                new ArrayList<>(List.of(subject.getClass().getName()));
        for (RecordComponent component : subject.getClass().getRecordComponents()) {
            try {
                values.add(component.getAccessor().invoke(subject));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }

    private @Nullable Object next() {
        char kind = text.charAt(at++);
        if (kind == '-') {
            return null;
        }
        int colon = text.indexOf(':', at);
        int size = Integer.parseInt(text.substring(at, colon));
        at = colon + 1;
        return switch (kind) {
            case 'r' -> made(many(size));
            case 'l' -> many(size);
            case 'm' -> map(many(size));
            case 'o' -> many(size).stream().findFirst();
            case 'e' -> constant(many(size));
            case 'i' -> Integer.valueOf(taken(size));
            case 'n' -> Long.valueOf(taken(size));
            case 'b' -> Boolean.valueOf(taken(size));
            default -> taken(size);
        };
    }

    private String taken(int size) {
        at += size;
        return text.substring(at - size, at);
    }

    private List<@Nullable Object> many(int size) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(next());
        }
        return values;
    }

    private static Map<@Nullable Object, @Nullable Object> map(List<@Nullable Object> both) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < both.size() / 2; i++) {
            map.put(both.get(i), both.get(both.size() / 2 + i));
        }
        return map;
    }

    private static Object constant(List<@Nullable Object> names) {
        return Arrays.stream(type(names).getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(names.get(1)))
                .findFirst()
                .orElseThrow();
    }

    private static Object made(List<@Nullable Object> values) {
        try {
            Constructor<?> constructor = type(values).getDeclaredConstructors()[0];
            for (Constructor<?> other : type(values).getDeclaredConstructors()) {
                constructor = other.getParameterCount() == values.size() - 1 ? other : constructor;
            }
            return constructor.newInstance(values.subList(1, values.size()).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(List<@Nullable Object> values) {
        try {
            return Class.forName(String.valueOf(values.get(0)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
