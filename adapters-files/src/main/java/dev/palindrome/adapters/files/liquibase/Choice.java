package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which changesets are meant: by the settings {@code contexts} and {@code labels}, as Liquibase's options of these names, and by
 * the database, of which the setting {@code dbms} says which product it is. Without contexts or labels, all are.
 */
final class Choice {
    /** The products that one adapter serves, each by the names that Liquibase has for it. */
    private static final Map<String, List<Set<String>>> PRODUCTS = Map.of(
            "mysql", List.of(Set.of("mysql"), Set.of("mariadb")),
            "postgresql", List.of(Set.of("postgresql", "postgres")));

    private static final String PRODUCT = "dbms";

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
        return wanted.isEmpty() || products().stream().anyMatch(product -> isFor(product, wanted));
    }

    /** {@return whether that is so for one product and not for another, and nobody says which it is} */
    boolean dependsOnProduct(String list) {
        Set<String> wanted = names(list);
        return !wanted.isEmpty()
                && products().stream()
                                .map(product -> isFor(product, wanted))
                                .distinct()
                                .count()
                        > 1;
    }

    /** {@return the finding that it isn't known which product it is} */
    Problem productUnknown(String subject, String list, Location place) {
        List<String> names = products().stream()
                .flatMap(Set::stream)
                .sorted(Comparator.reverseOrder())
                .toList();
        String message = subject + " for '" + list + "', and the database is " + String.join(" or ", names)
                + ": which of them, the URL doesn't tell, and to Liquibase they are two. Say which it is in the settings of the"
                + " pack, as '" + PRODUCT + ": " + names.get(0) + "' or '" + PRODUCT + ": " + names.get(1) + "'.";
        return Problem.error(LiquibaseCodes.DBMS_PRODUCT, message).at(place);
    }

    private List<Set<String>> products() {
        List<Set<String>> served = settings.database()
                .get()
                .map(name -> PRODUCTS.getOrDefault(name, List.of(Set.of(name))))
                .orElse(List.of());
        List<Set<String>> said = served.stream()
                .filter(product -> product.contains(settings.value(PRODUCT).orElse("")))
                .toList();
        return said.isEmpty() ? served : said;
    }

    private static boolean isFor(Set<String> product, Set<String> wanted) {
        if (wanted.contains("all") || wanted.contains("none")) {
            return wanted.contains("all");
        }
        boolean onlyWithout = wanted.stream().allMatch(name -> name.startsWith("!"));
        return product.stream().noneMatch(name -> wanted.contains("!" + name))
                && (onlyWithout || product.stream().anyMatch(wanted::contains));
    }

    /** {@return whether the user said that all preconditions hold} */
    boolean takesPreconditionsAsMet() {
        return settings.value("preconditions").filter("met"::equals).isPresent();
    }

    /** {@return whether two dashes need a blank behind them to begin a comment} */
    boolean isMysql() {
        return settings.database().get().filter("mysql"::equals).isPresent();
    }

    boolean knowsDatabase() {
        return settings.database().get().isPresent();
    }
}
