package dev.palindrome.domain.plan;

import dev.palindrome.domain.sql.Effect;
import dev.palindrome.domain.sql.Effects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What some statements of a half do.
 *
 * @param effects what they do, as far as that can be told
 * @param wholes what they make and take away as a whole; what gets another name stays what it is
 * @param temporary what they make for their session alone
 * @param isTold whether all of them tell what they do
 */
record HalfEffects(List<Effect> effects, List<Effect> wholes, List<Effect> temporary, boolean isTold) {

    static HalfEffects of(List<String> statements) {
        List<Effect> effects = new ArrayList<>();
        List<Effect> wholes = new ArrayList<>();
        List<Effect> temporary = new ArrayList<>();
        boolean isTold = true;
        for (String sql : statements) {
            Optional<List<Effect>> told = Effects.of(sql);
            List<Effect> found = told.orElse(List.of());
            isTold &= told.isPresent();
            effects.addAll(found);
            if (found.stream().map(Effect::verb).distinct().count() == 1) {
                wholes.addAll(found);
            }
            if (Effects.isTemporary(sql)) {
                temporary.addAll(found);
            }
        }
        return new HalfEffects(effects, wholes, temporary, isTold);
    }

    boolean has(Effect effect) {
        return effects.stream().anyMatch(effect::isInverseOf);
    }

    boolean hasWhole(Effect effect) {
        return wholes.stream().anyMatch(effect::isPartOf);
    }

    boolean isTemporary(Effect effect) {
        return temporary.stream().anyMatch(effect::isInverseOf);
    }
}
