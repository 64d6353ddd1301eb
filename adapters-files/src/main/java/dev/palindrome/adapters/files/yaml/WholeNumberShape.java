package dev.palindrome.adapters.files.yaml;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** A whole number of at most 64 bits. */
enum WholeNumberShape implements Shape {
    WHOLE_NUMBER;

    @Override
    public Optional<Object> read(Node node, String subject, Findings findings) {
        Optional<Object> number = node.scalar()
                .flatMap(Scalar::number)
                .filter(BigInteger.class::isInstance)
                .map(BigInteger.class::cast)
                .filter(n -> n.bitLength() < Long.SIZE)
                .map(BigInteger::longValueExact);
        if (number.isEmpty()) {
            findings.unexpected(subject, "a whole number", node, "Write one, without quotes.");
        }
        return number;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.object("type", "integer");
    }
}
