package dev.palindrome.domain.sql;

import dev.palindrome.domain.sql.Effect.Verb;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been found in a statement by reading its words, and how much of it they don't tell. */
final class Findings {
    private final List<Effect> effects = new ArrayList<>();
    private boolean told = true;
    private boolean seen = true;
    private boolean repeatable;
    private boolean temporary;

    /** It does that to a whole thing. */
    void add(Verb verb, ObjectName object) {
        add(verb, object, Optional.empty());
    }

    /** It does that to a part of a thing. */
    void add(Verb verb, ObjectName object, String part) {
        add(verb, object, Optional.of(part));
    }

    /** It does that to a part of a table that it doesn't name. */
    void addPart(Verb verb, ObjectName part) {
        if (part.name().isEmpty()) {
            untold();
        } else {
            effects.add(new Effect(verb, new ObjectName(Optional.empty(), ""), Optional.of(part.name())));
        }
    }

    private void add(Verb verb, ObjectName object, Optional<String> part) {
        if (object.name().isEmpty() || part.filter(String::isEmpty).isPresent()) {
            untold();
        } else {
            effects.add(new Effect(verb, object, part));
        }
    }

    /** Its words don't tell what it does. */
    void untold() {
        told = false;
    }

    void toldIf(boolean isSo) {
        told &= isSo;
    }

    /** The catalogue needn't show whether it ran. */
    void unseen() {
        seen = false;
    }

    void unseenIf(boolean isSo) {
        seen &= !isSo;
    }

    /** It may run when its work is done already. */
    void repeatableIf(boolean isSo) {
        repeatable |= isSo;
    }

    /** What it makes is its session's. */
    void temporaryIf(boolean isSo) {
        temporary |= isSo;
    }

    /** {@return what it does, in order; empty if that can't be told} */
    Optional<List<Effect>> effects() {
        return told ? Optional.of(List.copyOf(effects)) : Optional.empty();
    }

    boolean isSeen() {
        return seen;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    boolean isTemporary() {
        return temporary;
    }
}
