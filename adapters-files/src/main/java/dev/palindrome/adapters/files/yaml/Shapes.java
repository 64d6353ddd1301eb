package dev.palindrome.adapters.files.yaml;

import dev.palindrome.spi.Operation;
import dev.palindrome.spi.operation.Expression;
import dev.palindrome.spi.operation.Property;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Optional;

/** Makes shapes of Java types. */
final class Shapes {

    /** {@return what a component of a record may be} */
    Shape of(RecordComponent component, Property property) {
        return of(component.getGenericType(), property);
    }

    private Shape of(Type type, Property property) {
        if (type instanceof ParameterizedType generic) {
            return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
                case "Optional" -> of(argument(generic), property);
                case "List" ->
                    new ListShape(
                            of(argument(generic), property),
                            property.nonEmpty() ? ListShape.Size.NOT_EMPTY : ListShape.Size.ANY);
                case "Map" -> new RowShape(nested(Expression.class));
                default -> throw unknown(type);
            };
        }
        if (type == String.class) {
            return property.bare() ? TextShape.BARE : TextShape.TEXT;
        }
        if (type == boolean.class || type == Boolean.class) {
            return TruthShape.TRUTH;
        }
        if (type == Long.class) {
            return WholeNumberShape.WHOLE_NUMBER;
        }
        if (type == Operation.class) {
            return new OperationShape(this);
        }
        if (type instanceof Class<?> simple && simple.isEnum()) {
            return new WordShape(simple);
        }
        if (type instanceof Class<?> simple && simple.isRecord()) {
            return nested(simple);
        }
        throw unknown(type);
    }

    /** A record that is called by what it is, as its annotation says. */
    Shape nested(Class<?> type) {
        String description = description(type);
        return new RecordShape(
                type, description.substring(0, 1).toUpperCase(Locale.ROOT) + description.substring(1), this);
    }

    private static Type argument(ParameterizedType generic) {
        return generic.getActualTypeArguments()[0];
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException("There is no way to write a " + type + " in YAML");
    }

    static String description(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Property.class))
                .map(Property::value)
                .orElseThrow(() -> new IllegalArgumentException(type + " is not annotated"));
    }

    /** {@return a record's name as it is written: {@code CreateTable} is {@code createTable}} */
    static String decapitalised(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
