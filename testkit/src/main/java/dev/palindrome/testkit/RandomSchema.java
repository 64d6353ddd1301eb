package dev.palindrome.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The tables, views and sequences that a random sequence has made so far, and its luck. */
final class RandomSchema {
    private static final List<String> KEYWORDS = List.of("order", "user", "group", "select", "check", "value", "table");

    final Random random;
    private final UnaryOperator<String> oddNames;
    final List<RandomTable> tables = new ArrayList<>();
    final List<View> views = new ArrayList<>();
    final List<String> sequences = new ArrayList<>();
    private final List<String> keywords = new ArrayList<>(KEYWORDS);
    private int names;

    /** Odd names are as odd as the database bears. */
    RandomSchema(Random random, UnaryOperator<String> oddNames) {
        this.random = random;
        this.oddNames = oddNames;
    }

    /** A view and the table at which it looks. */
    record View(String name, RandomTable table) {}

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> Optional<T> any(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    Optional<RandomTable> anyTable() {
        return any(tables);
    }

    /** {@return a name that nothing had before: mostly a plain one, sometimes one that has to be quoted} */
    String newName(String begin) {
        names++;
        if (chance(5) && !keywords.isEmpty()) {
            return keywords.remove(random.nextInt(keywords.size()));
        }
        if (chance(5)) {
            return oddNames.apply(begin + names);
        }
        return chance(5) ? begin.toUpperCase(Locale.ROOT) + names : begin + names;
    }

    /** {@return some of these, in any order} */
    <T> List<T> some(List<T> all, int atMost) {
        List<T> left = new ArrayList<>(all);
        List<T> picked = new ArrayList<>();
        int wanted = left.isEmpty() ? 0 : 1 + random.nextInt(Math.min(atMost, left.size()));
        while (picked.size() < wanted) {
            picked.add(left.remove(random.nextInt(left.size())));
        }
        return picked;
    }

    /** {@return whether a foreign key of any table refers to a column of that one} */
    boolean isReferredTo(RandomTable table) {
        return tables.stream()
                .flatMap(other -> other.parts(RandomTable.Kind.FOREIGN_KEY))
                .anyMatch(key -> key.target().filter(target -> target == table).isPresent());
    }

    /** {@return whether a foreign key of any table refers to that column} */
    boolean isReferredTo(RandomColumn column) {
        return tables.stream()
                .flatMap(other -> other.parts(RandomTable.Kind.FOREIGN_KEY))
                .anyMatch(key -> key.targetColumns().contains(column));
    }
}
