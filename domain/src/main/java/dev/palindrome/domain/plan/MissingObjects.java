package dev.palindrome.domain.plan;

import dev.palindrome.domain.sql.Effect;
import dev.palindrome.domain.sql.Effect.Verb;
import dev.palindrome.domain.sql.Effects;
import dev.palindrome.domain.sql.Identifiers;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.UnforeseenException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What migrations that count as run have made for good, and the database hasn't: a sign that they were taken back since. */
final class MissingObjects {
    /** What goes along isn't named. */
    private static final Pattern TAKES_MORE =
            Pattern.compile("\\bCASCADE\\b|\\bDROP\\s+(SCHEMA|DATABASE)\\b", Pattern.CASE_INSENSITIVE);

    private final Dialect dialect;
    /** What stands when all have run, by its name in lower case, with who made it. */
    private final Map<String, Standing> standing = new TreeMap<>();

    private MissingObjects(Dialect dialect) {
        this.dialect = dialect;
    }

    /** {@return a migration for each thing that isn't there, with that thing's name; empty where words don't tell} */
    static Map<MigrationId, ObjectName> of(List<Migration> ran, Dialect dialect, Catalogue catalogue) {
        MissingObjects objects = new MissingObjects(dialect);
        ran.forEach(objects::ran);
        Map<MigrationId, ObjectName> missing = new HashMap<>();
        for (Standing made : objects.standing.values()) {
            if (catalogue.find(made.object()).isEmpty()) {
                missing.putIfAbsent(made.by(), made.object());
            }
        }
        return missing;
    }

    private void ran(Migration migration) {
        for (Operation operation : migration.forwards()) {
            try {
                operation
                        .compile(dialect, Catalogue.unknown())
                        .forEach(instruction -> ran(migration.id(), instruction));
            } catch (ProblemException | UnforeseenException e) {
                standing.clear(); // nobody knows what it did
            }
        }
    }

    private void ran(MigrationId by, Instruction instruction) {
        String sql = instruction.text();
        Optional<List<Effect>> effects = Effects.of(sql);
        if (!(instruction instanceof Statement)
                || Effects.isMovingNames(sql)
                || TAKES_MORE.matcher(sql).find()) {
            standing.clear();
        } else if (effects.isEmpty()) {
            standing.keySet().removeAll(Identifiers.in(sql));
        } else {
            List<Effect> seen = Effects.isTemporary(sql) ? List.of() : Effects.ofSchema(sql);
            effects.get().stream().filter(effect -> effect.part().isEmpty()).forEach(effect -> {
                if (effect.verb() == Verb.TAKE) {
                    standing.remove(effect.subject());
                } else if (effect.verb() == Verb.MAKE && seen.contains(effect)) {
                    standing.put(effect.subject(), new Standing(by, effect.object()));
                }
            });
        }
    }

    private record Standing(MigrationId by, ObjectName object) {}
}
