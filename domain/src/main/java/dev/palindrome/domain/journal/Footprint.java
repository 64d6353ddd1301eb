package dev.palindrome.domain.journal;

import dev.palindrome.domain.sql.Effect;
import dev.palindrome.domain.sql.Effects;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.StatementRunner;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the catalogue shows of the objects that a statement is about: another before it ran than after. */
public final class Footprint {
    private Footprint() {}

    /** {@return whether the catalogue shows if such a statement ran} */
    public static boolean isLeftBy(String sql) {
        return !Effects.ofSchema(sql).isEmpty();
    }

    /**
     * Takes the footprint as it is now.
     *
     * @param sql a statement that leaves one
     */
    public static String take(String sql, SchemaInspector inspector, StatementRunner database) {
        Set<Object> seen = new LinkedHashSet<>();
        for (Effect effect : Effects.ofSchema(sql)) {
            if (effect.object().name().isEmpty()) {
                seen.add(inspector.all(database)); // it doesn't say of which table it is a part
            } else {
                seen.add(inspector.find(database, effect.object()));
            }
        }
        return Checksum.of(seen.toString()).value();
    }
}
