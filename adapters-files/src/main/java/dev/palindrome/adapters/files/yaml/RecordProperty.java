package dev.palindrome.adapters.files.yaml;

import dev.palindrome.spi.operation.Property;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A component of a record, as it is written. */
final class RecordProperty {
    private final RecordComponent component;
    private final Property property;
    private final Shape shape;

    RecordProperty(RecordComponent component, Property property, Shape shape) {
        this.component = component;
        this.property = property;
        this.shape = shape;
    }

    String name() {
        return property.name().isEmpty() ? component.getName() : property.name();
    }

    String description() {
        return property.value();
    }

    boolean isShorthand() {
        return property.shorthand();
    }

    /** {@return the name of the property that can't be written beside this one} */
    Optional<String> insteadOf() {
        return Optional.of(property.insteadOf()).filter(name -> !name.isEmpty());
    }

    boolean isOptional() {
        return component.getType() == Optional.class;
    }

    boolean isRequired() {
        return property.nonEmpty()
                || !(isOptional() || component.getType() == List.class || component.getType() == boolean.class);
    }

    /** {@return what the component is when nothing is written; of a required one, nothing that could be used} */
    Object unwritten() {
        return component.getType() == boolean.class
                ? (Object) property.unlessWritten()
                : isOptional() ? Optional.empty() : List.of();
    }

    /** {@return what the component is when that is written} */
    Optional<Object> read(Node node, Findings findings) {
        Optional<Object> value = shape.read(node, "'" + name() + "'", findings);
        return isOptional() ? value.map(Optional::of) : value;
    }

    Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = Definitions.object("description", description());
        schema.putAll(shape.schema(definitions));
        if (component.getType() == boolean.class) {
            schema.put("default", property.unlessWritten());
        }
        return schema;
    }
}
