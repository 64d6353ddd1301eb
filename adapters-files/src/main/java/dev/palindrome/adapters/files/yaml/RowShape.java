package dev.palindrome.adapters.files.yaml;

import dev.palindrome.adapters.files.yaml.Node.Entry;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values by column: texts, numbers to their last digit, truth values, nulls, and expressions for the database to compute.
 *
 * @param expression what a map in place of a value is
 */
record RowShape(Shape expression) implements Shape {
    private static final Object NULL = new Object();

    @Override
    public Optional<Object> read(Node node, String subject, Findings findings) {
        List<Entry> entries = node.entries().orElse(List.of());
        if (entries.isEmpty()) {
            findings.unexpected(subject, "values by column", node, "Write 'column: value'.");
            return Optional.empty();
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (Entry entry : entries) {
            String column = "Column '" + entry.key() + "'";
            (entry.value().scalar().isPresent()
                            ? value(entry.value().scalar().get(), column, findings)
                            : computed(entry.value(), column, findings))
                    .ifPresent(value -> row.put(entry.key(), value == NULL ? null : value));
        }
        return row.size() == entries.size() ? Optional.of(row) : Optional.empty();
    }

    private static Optional<Object> value(Scalar scalar, String column, Findings findings) {
        return scalar.isNull()
                ? Optional.of(NULL)
                : scalar.truth()
                        .map(Object.class::cast)
                        .or(() -> scalar.number().map(RowShape::small))
                        .or(() -> TextShape.withoutNul(scalar, column, findings));
    }

    private Optional<Object> computed(Node node, String column, Findings findings) {
        if (node.items().isPresent()) {
            findings.unexpected(
                    column, "a value or {sql: expression}", node, "Write it as the database reads it, in quotes.");
            return Optional.empty();
        }
        return expression.read(node, column, findings);
    }

    private static Object small(Number number) {
        return number instanceof BigInteger whole && whole.bitLength() < Long.SIZE
                ? (Object) whole.longValueExact()
                : number;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.object(
                "type",
                "object",
                "minProperties",
                1,
                "additionalProperties",
                Definitions.object(
                        "anyOf",
                        List.of(
                                Definitions.object("type", List.of("string", "number", "boolean", "null")),
                                expression.schema(definitions))));
    }
}
