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
     * Takes the footprint before a statement runs.
     *
     * @return empty if the catalogue won't show whether it ran
     */
    public static Optional<Footprint> before(String sql, SchemaInspector inspector, StatementRunner database) {
        EffectFinder finder = new EffectFinder(inspector, database);
        boolean isRepeatable = Effects.isRepeatable(sql);
        return told(sql).stream().allMatch(effect -> isRepeatable || finder.willShow(effect))
                ? take(sql, finder)
                : Optional.empty();
    }

    /**
     * Takes the footprint as it is now.
     *
     * @return empty if the catalogue shows of no such statement whether it ran
     */
    public static Optional<Footprint> take(String sql, SchemaInspector inspector, StatementRunner database) {
        return take(sql, new EffectFinder(inspector, database));
    }

    private static Optional<Footprint> take(String sql, EffectFinder finder) {
        List<Effect> effects = told(sql);
        return effects.isEmpty()
                ? Optional.empty()
                : Optional.of(new Footprint(effects.stream().map(finder::look).toList()));
    }

    /** What the catalogue shows; nothing if two of the effects are about the same thing, which hides both. */
    private static List<Effect> told(String sql) {
        List<Effect> effects = Effects.ofSchema(sql).stream().distinct().toList();
        Set<String> subjects = new HashSet<>();
        return effects.stream().map(Effect::subject).allMatch(subjects::add) ? effects : List.of();
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
        List<Effect> effects = told(sql);
        for (int i = 0; i < effects.size(); i++) {
            if (!sights.get(i).becomes(now.sights.get(i), effects.get(i).verb())) {
                return Outcome.UNKNOWN;
            }
        }
        return Outcome.RAN;
    }
}
