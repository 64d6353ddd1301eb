package dev.palindrome.domain.plan;

import dev.palindrome.domain.journal.Progress;
import dev.palindrome.domain.sql.Effect;
import dev.palindrome.domain.sql.Effect.Verb;
import dev.palindrome.domain.sql.Effects;
import dev.palindrome.domain.sql.Identifiers;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.ProblemException;
import java.util.List;
import java.util.Set;

/** What a migration that stopped half-way had made for its session alone: temporary tables, for instance. */
final class LostWithSession {
    private LostWithSession() {}

    /** The same work, if it names nothing that is lost before it makes it anew; else a {@link ProblemException}. */
    static Step.Work notMissedBy(Step.Work work, Progress progress) {
        Set<String> lost = progress.temporary();
        for (Segment segment : work.segments()) {
            for (Instruction instruction : segment.instructions()) {
                require(instruction.text(), lost, progress);
            }
        }
        return work;
    }

    private static void require(String text, Set<String> lost, Progress progress) {
        List<Effect> effects = Effects.of(text).orElse(List.of());
        boolean takesIfThere = Effects.isRepeatable(text);
        effects.stream()
                .filter(effect -> effect.part().isEmpty())
                .filter(effect -> effect.verb() == Verb.MAKE || (effect.verb() == Verb.TAKE && takesIfThere))
                .forEach(effect -> lost.removeAll(Identifiers.in(effect.object().name())));
        Identifiers.in(text).stream().filter(lost::contains).findFirst().ifPresent(name -> {
            throw new ProblemException(progress.loss(name));
        });
    }
}
