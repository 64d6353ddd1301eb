package dev.palindrome.adapters.files.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A text that isn't blank. */
enum TextShape implements Shape {
    /** A number or a truth value has to be quoted: it is more likely a mistake. */
    TEXT,
    /** A number or a truth value is its text, as it is written: {@code default: 0}. */
    BARE;

    /** A schema's pattern of a text that has more than blanks in it. */
    private static final String NOT_BLANK = "\\S";

    @Override
    public Optional<Object> read(Node node, String subject, Findings findings) {
        Optional<Scalar> scalar = node.scalar();
        if (scalar.isEmpty() || scalar.get().isNull()) {
            findings.unexpected(
                    subject, "a text", node, scalar.isEmpty() ? "Write one." : "Write one, or remove the line.");
        } else if (this == TEXT && !scalar.get().isText()) {
            findings.unexpected(subject, "a text", node, "If that is meant, put it in quotes.");
        } else if (scalar.get().text().isBlank()) {
            findings.add(node.mark(), subject + " is an empty text. Write something, or remove the line.");
        } else {
            return withoutNul(scalar.get(), subject, findings);
        }
        return Optional.empty();
    }

    /** {@return the text; empty if it has a character that can't be sent} */
    static Optional<Object> withoutNul(Scalar scalar, String subject, Findings findings) {
        if (scalar.text().indexOf('\0') >= 0) {
            findings.add(scalar.mark(), subject + " has a NUL character, which no database takes. Remove it.");
            return Optional.empty();
        }
        return Optional.of(scalar.text());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.object(
                "type", this == TEXT ? "string" : List.of("string", "number", "boolean"), "pattern", NOT_BLANK);
    }
}
