package dev.palindrome.domain.sql;

import dev.palindrome.domain.sql.Effect.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts how often each thing was made and taken away: what comes to nothing is as it was. */
public final class Balance {
    private static final String PART = "/";

    private final Map<String, Integer> counts = new TreeMap<>();

    private Balance() {}

    /** {@return what is other than it was, and how, when all that has been done in that order} */
    public static Map<String, Integer> of(List<Effect> effects) {
        Balance balance = new Balance();
        effects.forEach(balance::add);
        balance.counts.values().removeIf(count -> count == 0);
        return balance.counts;
    }

    private void add(Effect effect) {
        if (effect.verb() == Verb.CHANGE) {
            return;
        }
        String thing = thing(effect);
        boolean wasMade = counts.getOrDefault(thing, 0) > 0;
        counts.merge(thing, effect.verb() == Verb.MAKE ? 1 : -1, Integer::sum);
        if (effect.verb() == Verb.TAKE && effect.part().isEmpty()) {
            // its parts go with it; those that were taken before it have to come back after it, unless it is new itself
            counts.entrySet()
                    .removeIf(part -> part.getKey().startsWith(thing + PART) && (wasMade || part.getValue() > 0));
        }
    }

    private String thing(Effect effect) {
        Optional<String> part = effect.part().map(name -> PART + Identifiers.bare(name));
        if (effect.object().name().isEmpty()) {
            return counts.keySet().stream()
                    .filter(thing -> thing.endsWith(part.orElseThrow()))
                    .findFirst()
                    .orElseGet(part::orElseThrow);
        }
        return Identifiers.bare(effect.object().name()) + part.orElse("");
    }
}
