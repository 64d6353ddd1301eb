package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.spi.FormatSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which changesets are meant: by the settings {@code contexts} and {@code labels}, as Liquibase's options of these names, and by
 * the database. Without contexts or labels, all are.
 */
final class Choice {
    /** What Liquibase calls databases that one adapter serves. */
    private static final Map<String, List<String>> DATABASES =
            Map.of("mysql", List.of("mysql", "mariadb"), "postgresql", List.of("postgresql", "postgres"));

    private final Set<String> contexts;
    private final Optional<String> labels;
    private final FormatSettings settings;

    Choice(FormatSettings settings) {
        this.settings = settings;
        this.contexts = names(settings.value("contexts").orElse(""));
        this.labels = settings.value("labels").filter(text -> !text.isBlank());
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** {@return whether something with this context expression is meant} */
    boolean hasContext(String expression) {
        return contexts.isEmpty() || expression.isBlank() || Expression.isTrue(expression, contexts);
    }

    /** {@return whether something with these labels is meant} */
    boolean hasLabels(String list) {
        Set<String> own = names(list);
        if (own.isEmpty()) {
            return true;
        }
        if (labels.isEmpty()) {
            return own.stream().noneMatch(label -> label.startsWith("@"));
        }
        return Expression.isTrue(
                labels.get(), own.stream().map(label -> label.replace("@", "")).collect(Collectors.toSet()));
    }

    /** {@return whether something for these databases is meant; nothing that names one is if no database is known} */
    boolean hasDatabase(String list) {
        Set<String> wanted = names(list);
        if (wanted.isEmpty() || wanted.contains("all")) {
            return true;
        }
        Optional<String> database = settings.database().get();
        if (wanted.contains("none") || database.isEmpty()) {
            return false;
        }
        List<String> own = DATABASES.getOrDefault(database.get(), List.of(database.get()));
        boolean onlyWithout = wanted.stream().allMatch(name -> name.startsWith("!"));
        return own.stream().noneMatch(name -> wanted.contains("!" + name))
                && (onlyWithout || own.stream().anyMatch(wanted::contains));
    }

    /** {@return whether the user said that all preconditions hold} */
    boolean takesPreconditionsAsMet() {
        return settings.value("preconditions").filter("met"::equals).isPresent();
    }

    boolean knowsDatabase() {
        return settings.database().get().isPresent();
    }
}
