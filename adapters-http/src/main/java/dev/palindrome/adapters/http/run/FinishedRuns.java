package dev.palindrome.adapters.http.run;

import dev.palindrome.domain.result.MigrationResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The runs that are over, as many of the latest as are worth their memory. Not safe for use by several threads. */
final class FinishedRuns {
    private static final long MOST_CHARACTERS = 32L << 20;
    private static final int CHARACTERS_PER_EVENT = 200;

    private final int most;
    private final Map<String, Remembered> byId = new LinkedHashMap<>();
    private long characters;

    FinishedRuns(int most) {
        this.most = most;
    }

    void add(Run run, MigrationResult result) {
        Remembered added = new Remembered(run, characters(run, result));
        byId.put(run.id(), added);
        characters += added.characters();
        Iterator<Remembered> oldest = byId.values().iterator();
        while (byId.size() > 1 && (byId.size() > most || characters > MOST_CHARACTERS)) {
            characters -= oldest.next().characters();
            oldest.remove();
        }
    }

    @Nullable
    Run find(String id) {
        Remembered remembered = byId.get(id);
        return remembered == null ? null : remembered.run();
    }

    /** {@return all of them, the latest first} */
    List<Run> latestFirst() {
        List<Run> runs =
                new ArrayList<>(byId.values().stream().map(Remembered::run).toList());
        Collections.reverse(runs);
        return runs;
    }

    private static long characters(Run run, MigrationResult result) {
        long texts = result.steps().stream()
                .flatMap(step -> step.statements().stream())
                .mapToLong(String::length)
                .sum();
        return texts + (long) CHARACTERS_PER_EVENT * run.events().size();
    }

    private record Remembered(Run run, long characters) {}
}
