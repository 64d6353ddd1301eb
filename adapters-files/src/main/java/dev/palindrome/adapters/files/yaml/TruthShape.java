package dev.palindrome.adapters.files.yaml;

import java.util.Map;
import java.util.Optional;

/** A truth value. */
enum TruthShape implements Shape {
    TRUTH;

    @Override
    public Optional<Object> read(Node node, String subject, Findings findings) {
        Optional<Object> truth = node.scalar().flatMap(Scalar::truth).map(Object.class::cast);
        if (truth.isEmpty()) {
            findings.unexpected(subject, "true or false", node, "Write true or false, without quotes.");
        }
        return truth;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.object("type", "boolean");
    }
}
