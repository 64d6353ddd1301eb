package dev.palindrome.domain.plan;

import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.sql.Balance;
import dev.palindrome.domain.sql.Effect;
import dev.palindrome.domain.sql.Effect.Verb;
import dev.palindrome.domain.sql.Effects;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what takes back exactly what has run of a half: those statements of its counterpart that are about the same things. It
 * reads words, and where they don't tell, nothing is run.
 */
final class Pairing {
    private final HalfEffects ran;
    private final Optional<HalfEffects> pending;

    /**
     * A pairing with one half.
     *
     * @param ran the statements that have run of it
     * @param pending those that have not; empty if nobody knows them
     */
    Pairing(List<String> ran, Optional<List<String>> pending) {
        this.ran = HalfEffects.of(ran);
        this.pending = pending.map(HalfEffects::of);
    }

    /** What runs of the other half, in its order; a {@link ProblemException} if that can't be told. */
    List<Instruction> counterpart(List<Instruction> otherHalf) {
        List<Instruction> chosen = new ArrayList<>();
        List<Effect> chosenEffects = new ArrayList<>();
        List<Effect> allEffects = new ArrayList<>();
        for (Instruction instruction : otherHalf) {
            List<Effect> effects = effects(instruction);
            allEffects.addAll(effects);
            if (isMeant(effects, instruction)) {
                chosen.add(instruction);
                chosenEffects.addAll(effects);
            }
        }
        requireExact(chosenEffects, allEffects);
        return chosen;
    }

    private static List<Effect> effects(Instruction instruction) {
        return Optional.of(instruction)
                .filter(Statement.class::isInstance)
                .flatMap(statement -> Effects.of(statement.text()))
                .orElseThrow(() -> unpaired(instruction));
    }

    private boolean isMeant(List<Effect> effects, Instruction instruction) {
        List<Boolean> verdicts = effects.stream()
                .map(effect -> isMeant(effect, instruction))
                .distinct()
                .toList();
        if (verdicts.size() > 1) {
            throw unpaired(instruction);
        }
        return verdicts.isEmpty() || verdicts.get(0); // what has no effect does no harm
    }

    private boolean isMeant(Effect effect, Instruction instruction) {
        boolean hasRun = ran.has(effect);
        boolean isPending = pending.map(half -> half.has(effect)).orElse(false);
        if (!hasRun && !isPending && isPendingTold()) {
            hasRun = ran.hasWhole(effect);
            isPending = pending.orElseThrow().hasWhole(effect);
        }
        boolean isClear =
                isPendingTold() ? hasRun != isPending : !(hasRun && isPending) && isClearAnyway(effect.verb(), hasRun);
        if (!isClear || (!hasRun && !ran.isTold()) || ran.isTemporary(effect)) {
            throw unpaired(instruction);
        }
        return hasRun;
    }

    /** What nobody knows of the half may change the same things, and may have taken away what is to be made. */
    private static boolean isClearAnyway(Verb verb, boolean hasRun) {
        return verb == Verb.TAKE || (verb == Verb.MAKE && hasRun);
    }

    private boolean isPendingTold() {
        return pending.filter(HalfEffects::isTold).isPresent();
    }

    /** What has run comes to nothing by what is chosen, or to what the whole of both halves comes to. */
    private void requireExact(List<Effect> chosen, List<Effect> all) {
        Map<String, Integer> left = Balance.of(joined(ran.effects(), chosen));
        Map<String, Integer> meant = isPendingTold()
                ? Balance.of(joined(joined(ran.effects(), pending.orElseThrow().effects()), all))
                : Map.of();
        left.entrySet().removeAll(meant.entrySet());
        left.keySet().removeAll(Balance.of(ran.temporary()).keySet());
        if (!left.isEmpty()) {
            throw new ProblemException(Problem.error(
                    Codes.JOURNAL_UNPAIRED,
                    "It is half-done, and it can't be told what takes back exactly what has been done to '"
                            + left.keySet().iterator().next() + "'."));
        }
    }

    private static List<Effect> joined(List<Effect> first, List<Effect> second) {
        List<Effect> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static ProblemException unpaired(Instruction instruction) {
        return new ProblemException(Problem.error(
                        Codes.JOURNAL_UNPAIRED,
                        "It is half-done, and it can't be told whether this statement takes back something that has run: '"
                                + instruction.text().strip().replaceAll("\\s+", " ") + "'.")
                .at(instruction.location()));
    }
}
