package dev.palindrome.domain.journal;

import dev.palindrome.domain.sql.Effect;
import dev.palindrome.domain.sql.Effects;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.StatementRunner;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the catalogue shows of what a statement does.
 *
 * @param sights one for each of the statement's effects, in order
 */
public record Footprint(List<Sight> sights) {

    public Footprint {
        sights = List.copyOf(sights);
    }

    /**
     * Takes the footprint as it is now.
     *
     * @return empty if the catalogue shows of no such statement what it does
     */
    public static Optional<Footprint> take(String sql, SchemaInspector inspector, StatementRunner database) {
        List<Effect> effects = effects(sql);
        EffectFinder finder = new EffectFinder(inspector, database);
        return effects.isEmpty()
                ? Optional.empty()
                : Optional.of(new Footprint(effects.stream().map(finder::look).toList()));
    }

    private static List<Effect> effects(String sql) {
        return Effects.ofSchema(sql).stream().distinct().toList();
    }

    /** {@return whether the catalogue will show if the statement ran; two effects on the same thing would hide each other} */
    public boolean isTelling(String sql) {
        List<Effect> effects = effects(sql);
        Set<String> subjects = new HashSet<>();
        for (int i = 0; i < effects.size(); i++) {
            if (!subjects.add(effects.get(i).subject())
                    || !sights.get(i).isTelling(effects.get(i).verb())) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether nothing has changed of all that the statement is about} */
    public boolean isSameAs(Footprint other) {
        return surroundings().equals(other.surroundings());
    }

    private List<String> surroundings() {
        return sights.stream().map(Sight::surroundings).toList();
    }

    /**
     * Says whether a statement ran between this footprint and another one. That something else has changed is no proof.
     *
     * @param sql the statement of both
     */
    Outcome outcome(String sql, Footprint now) {
        if (isSameAs(now)) {
            return Outcome.DID_NOT_RUN;
        }
        List<Effect> effects = effects(sql);
        for (int i = 0; i < effects.size(); i++) {
            if (!sights.get(i).becomes(now.sights.get(i), effects.get(i).verb())) {
                return Outcome.UNKNOWN;
            }
        }
        return Outcome.RAN;
    }
}
