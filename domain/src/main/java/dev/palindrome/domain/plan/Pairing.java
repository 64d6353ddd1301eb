package dev.palindrome.domain.plan;

import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.sql.Effect;
import dev.palindrome.domain.sql.Effects;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what takes back exactly what has run of a half: those statements of its counterpart that are about the same things. It
 * reads words, and where they don't tell, nothing is run.
 */
final class Pairing {
    private final List<Effect> ran;
    private final List<Effect> pending;
    private final boolean isRanReadable;

    /**
     * A pairing with one half.
     *
     * @param ran the statements that have run of it
     * @param pending those that have not
     */
    Pairing(List<String> ran, List<String> pending) {
        this.ran = read(ran);
        this.pending = read(pending);
        this.isRanReadable = ran.stream().allMatch(sql -> Effects.of(sql).isPresent());
    }

    private static List<Effect> read(List<String> statements) {
        return statements.stream()
                .flatMap(sql -> Effects.of(sql).stream().flatMap(List::stream))
                .toList();
    }

    /** What runs of the other half, in its order; a {@link ProblemException} if that can't be told. */
    List<Instruction> counterpart(List<Instruction> otherHalf) {
        List<Instruction> chosen = new ArrayList<>();
        for (Instruction instruction : otherHalf) {
            if (isMeant(instruction)) {
                chosen.add(instruction);
            }
        }
        return chosen;
    }

    private boolean isMeant(Instruction instruction) {
        Optional<List<Effect>> effects =
                instruction instanceof Statement ? Effects.of(instruction.text()) : Optional.empty();
        List<Boolean> verdicts = effects.orElseThrow(() -> unpaired(instruction)).stream()
                .map(effect -> isMeant(effect, instruction))
                .distinct()
                .toList();
        if (verdicts.size() > 1) {
            throw unpaired(instruction);
        }
        return verdicts.isEmpty() || verdicts.get(0); // what has no effect does no harm
    }

    private boolean isMeant(Effect effect, Instruction instruction) {
        boolean hasRun = ran.stream().anyMatch(effect::isInverseOf);
        boolean isPending = pending.stream().anyMatch(effect::isInverseOf);
        boolean isChange = effect.verb() == Effect.Verb.CHANGE;
        if ((!hasRun && !isRanReadable) || (isChange && hasRun == isPending)) {
            throw unpaired(instruction);
        }
        return hasRun;
    }

    private static ProblemException unpaired(Instruction instruction) {
        return new ProblemException(Problem.error(
                        Codes.JOURNAL_UNPAIRED,
                        "It is half-done, and it can't be told whether this statement takes back something that has run: '"
                                + instruction.text().strip().replaceAll("\\s+", " ") + "'.")
                .at(instruction.location()));
    }
}
