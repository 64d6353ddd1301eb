package dev.palindrome.adapters.files.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list. A single value is none: where one is written, the author may have forgotten that there can be several, or written
 * {@code a, b} for {@code [a, b]}.
 *
 * @param item what is in it
 * @param size whether something has to be
 */
record ListShape(Shape item, Size size) implements Shape {

    @Override
    public Optional<Object> read(Node node, String subject, Findings findings) {
        Optional<List<Node>> nodes = node.items();
        if (nodes.isEmpty()) {
            boolean isText = node.scalar().filter(Scalar::isText).isPresent();
            findings.unexpected(
                    subject,
                    "a list",
                    node,
                    isText
                            ? "Put it in brackets, with commas between several."
                            : "Write each item behind a dash and a blank.");
            return Optional.empty();
        }
        if (nodes.get().isEmpty() && size == Size.NOT_EMPTY) {
            findings.add(node.mark(), subject + " is an empty list. Write something into it.");
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (Node each : nodes.get()) {
            item.read(each, "An item of " + subject, findings).ifPresent(values::add);
        }
        return values.size() == nodes.get().size() ? Optional.of(values) : Optional.empty();
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = Definitions.object("type", "array", "items", item.schema(definitions));
        if (size == Size.NOT_EMPTY) {
            schema.put("minItems", 1);
        }
        return schema;
    }

    /** How much has to be in a list. */
    enum Size {
        ANY,
        NOT_EMPTY
    }
}
