package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.domain.sql.Identifiers;
import dev.palindrome.domain.sql.Made;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.MissingObjectException;
import dev.palindrome.spi.catalogue.UnforeseenException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what stays, though it builds upon what goes. */
final class Dependents {
    private final Apps apps;
    private final Ground ground;

    Dependents(Apps apps, Ground ground) {
        this.apps = apps;
        this.ground = ground;
    }

    /** What ran after a migration that goes, says that it depends on it, and does not go itself. */
    List<Problem> declared(List<HistoryEntry> going) {
        Map<MigrationRef, HistoryEntry> byRef = new HashMap<>();
        Map<String, HistoryEntry> oldest = new HashMap<>();
        for (HistoryEntry entry : going) {
            byRef.put(entry.ref(), entry);
            oldest.put(entry.appName(), entry);
        }
        Map<String, Group> byApp = new LinkedHashMap<>();
        for (HistoryEntry entry : history().entries()) {
            if (!byRef.containsKey(entry.ref())) {
                Stream.concat(
                                apps.dependenciesOf(entry.appName()).stream().map(oldest::get),
                                apps.find(entry.ref()).stream()
                                        .flatMap(m -> m.dependsOn().stream())
                                        .map(byRef::get))
                        .filter(gone -> gone != null && gone.sequence() < entry.sequence())
                        .findFirst()
                        .ifPresent(gone -> byApp.merge(
                                entry.appName(), new Group(entry, gone, 1), (first, more) -> first.plusOne()));
            }
        }
        return byApp.values().stream().map(Group::problem).toList();
    }

    /** What ran after a step that goes by itself, names something that it made, and does not go itself. */
    List<Problem> naming(List<Step> steps) {
        Map<HistoryEntry, Set<String>> namedBy = namedAfter(steps);
        List<Problem> problems = new ArrayList<>();
        for (Step step : steps) {
            List<Made> made = Made.takenBy(
                    step.instructions().stream().map(Instruction::text).toList());
            step.reversed()
                    .ifPresent(gone -> namedBy.forEach((entry, names) -> made.stream()
                            .filter(m -> entry.sequence() > gone.sequence() && m.isNamedIn(names))
                            .findFirst()
                            .ifPresent(m -> problems.add(named(entry, gone, m)))));
        }
        return problems;
    }

    /** What is named by each entry that stays and that ran after one that goes. */
    private Map<HistoryEntry, Set<String>> namedAfter(List<Step> steps) {
        Set<MigrationRef> going = new LinkedHashSet<>();
        long first = Long.MAX_VALUE;
        for (Step step : steps) {
            going.add(step.migration());
            first = Math.min(first, step.reversed().map(HistoryEntry::sequence).orElse(Long.MAX_VALUE));
        }
        Map<HistoryEntry, Set<String>> namedBy = new LinkedHashMap<>();
        for (HistoryEntry entry : history().entries()) {
            if (entry.sequence() > first && !going.contains(entry.ref())) {
                namedBy.put(entry, names(entry));
            }
        }
        return namedBy;
    }

    private static Problem named(HistoryEntry entry, HistoryEntry gone, Made made) {
        return Problem.error(
                Codes.PLAN_DEPENDENTS,
                "Migration '" + entry.ref() + "' ran after '" + gone.ref() + "' and names '" + made
                        + "', which the reversal of that takes away. Reverse it first: palindrome backwards "
                        + entry.appName() + " " + entry.migrationId());
    }

    /** What a migration names: in its pack, though that may have changed, and in what takes it back. */
    private Set<String> names(HistoryEntry entry) {
        Set<String> names = new LinkedHashSet<>();
        List<Operation> forwards =
                apps.find(entry.ref()).map(Migration::forwards).orElse(List.of());
        forwards.forEach(operation -> names.addAll(Identifiers.in(text(operation))));
        if (entry.storedReversal().isPresent()) {
            try {
                for (StoredReversal.Part part : ground.seal().open(entry).parts()) {
                    names.addAll(Identifiers.in(part.text()));
                }
            } catch (ProblemException e) {
                return names; // it stays; only who reverses it needs to trust it
            }
        }
        return names;
    }

    /** Its SQL; where that can't be had without the database of that moment, all that it says of itself. */
    private String text(Operation operation) {
        try {
            return operation.compile(ground.adapter().dialect(), Catalogue.unknown()).stream()
                    .map(Instruction::text)
                    .collect(Collectors.joining("\n"));
        } catch (UnforeseenException | MissingObjectException | ProblemException e) {
            return operation.toString();
        }
    }

    private History history() {
        return ground.history();
    }

    /**
     * The migrations of one app that stand in the way.
     *
     * @param oldest the first of them to have run, and so the last to be reversed
     * @param upon what it depends on
     * @param count how many there are
     */
    private record Group(HistoryEntry oldest, HistoryEntry upon, int count) {
        Group plusOne() {
            return new Group(oldest, upon, count + 1);
        }

        Problem problem() {
            return Problem.error(
                    Codes.PLAN_DEPENDENTS,
                    (count == 1 ? "Migration '" : count + " migrations, from '") + oldest.ref()
                            + (count == 1 ? "' ran after '" : "' on, ran after '") + upon.ref()
                            + (count == 1 ? "' and depends on it." : "' and depend on it.")
                            + " Reverse that first: palindrome backwards " + oldest.appName() + " "
                            + oldest.migrationId());
        }
    }
}
