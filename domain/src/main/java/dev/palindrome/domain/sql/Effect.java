package dev.palindrome.domain.sql;

import dev.palindrome.spi.catalogue.ObjectName;
import java.util.Optional;

/**
 * One thing that a statement does.
 *
 * @param verb what it does
 * @param object to what; without a name if the statement doesn't say of which table the part is
 * @param part to which part of it, such as a column; empty if to the whole
 */
public record Effect(Verb verb, ObjectName object, Optional<String> part) {
    /** The rows of a table, as a part of it. */
    static final String ROWS = "*";

    /** The primary key, as a part of its table. */
    public static final String PRIMARY_KEY = "PRIMARY KEY";

    /** {@return whether it concerns rows, of which the schema shows nothing} */
    boolean isOfRows() {
        return part.filter(ROWS::equals).isPresent();
    }

    /** {@return whether it concerns that part, however either is written} */
    public boolean isOfPart(String name) {
        return !name.isEmpty() && part.map(Identifiers::bare).equals(Optional.of(Identifiers.bare(name)));
    }

    /** {@return what it is about: the same for two effects if they may be about the same thing} */
    public String subject() {
        String name = object.name().isEmpty() ? "" : Identifiers.bare(object.name());
        return name + part.map(p -> "\n" + Identifiers.bare(p)).orElse("");
    }

    /** {@return whether this takes back what the other did} */
    public boolean isInverseOf(Effect other) {
        return verb == other.verb.inverse() && isAboutTheSame(other);
    }

    /** {@return whether this is about a part of what the other makes or takes away as a whole} */
    public boolean isPartOf(Effect other) {
        return other.verb != Verb.CHANGE
                && other.part.isEmpty()
                && (part.isPresent() || verb == Verb.CHANGE)
                && !object.name().isEmpty()
                && Identifiers.bare(object.name()).equals(Identifiers.bare(other.object.name()));
    }

    private boolean isAboutTheSame(Effect other) {
        boolean samePart = part.map(Identifiers::bare).equals(other.part.map(Identifiers::bare));
        if (object.name().isEmpty() || other.object.name().isEmpty()) {
            return samePart;
        }
        boolean sameObject = Identifiers.bare(object.name()).equals(Identifiers.bare(other.object.name()));
        return sameObject && (samePart || (verb == Verb.CHANGE && mayMeet(other) && other.mayMeet(this)));
    }

    /** A change of the whole definition may concern any part of it; rows are no part of it. */
    private boolean mayMeet(Effect other) {
        return !isOfRows() && (part.isEmpty() || other.part.isEmpty());
    }

    /** What can be done to a thing. */
    public enum Verb {
        MAKE,
        TAKE,
        CHANGE;

        Verb inverse() {
            return this == MAKE ? TAKE : this == TAKE ? MAKE : CHANGE;
        }
    }
}
