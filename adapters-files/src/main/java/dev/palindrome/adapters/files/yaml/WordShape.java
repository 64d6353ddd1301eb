package dev.palindrome.adapters.files.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One of the words of an enum: {@code NO_ACTION} is written {@code no action}. */
final class WordShape implements Shape {
    private final Map<String, Object> constants = new LinkedHashMap<>();

    WordShape(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', ' '), constant);
        }
    }

    @Override
    public Optional<Object> read(Node node, String subject, Findings findings) {
        Optional<String> word = node.scalar().filter(Scalar::isText).map(Scalar::text);
        if (word.isEmpty()) {
            findings.unexpected(subject, "a word", node, "There is: " + String.join(", ", constants.keySet()) + ".");
            return Optional.empty();
        }
        Optional<Object> constant = Optional.ofNullable(constants.get(word.get()));
        if (constant.isEmpty()) {
            findings.add(
                    node.mark(),
                    subject + " can't be '" + word.get() + "'. " + Findings.hint(word.get(), constants.keySet()));
        }
        return constant;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.object("enum", List.copyOf(constants.keySet()));
    }
}
