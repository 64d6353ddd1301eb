package dev.palindrome.domain.app;

import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All apps that packs provide, each after those that it depends on. What is wrong with an app stays with that app. */
public final class Apps {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,199}");

    private final Map<String, App> byName;
    private final Map<MigrationRef, Migration> migrations = new HashMap<>();
    private final List<Problem> problems;
    private final Set<String> secrets;

    private Apps(Map<String, App> byName, List<Problem> problems) {
        this.byName = byName;
        this.problems = List.copyOf(problems);
        byName.values().forEach(app -> app.migrations().forEach(m -> migrations.put(app.ref(m.id()), m)));
        this.secrets = migrations.values().stream()
                .flatMap(migration -> migration.secrets().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Orders and checks what discovery found.
     *
     * @param found the apps in any order
     * @param problems what was found wrong outside any app, such as a jar that doesn't load
     */
    public static Apps of(Collection<App> found, List<Problem> problems) {
        Map<String, App> unique = new TreeMap<>();
        found.forEach(app -> unique.merge(app.name(), checked(app), Apps::duplicate));
        Map<String, App> ordered = new LinkedHashMap<>();
        for (App app : unique.values()) {
            place(app, unique, ordered, new LinkedHashSet<>());
        }
        return new Apps(ordered, problems);
    }

    /** {@return every app, each after those that it depends on} */
    public List<App> inOrder() {
        return List.copyOf(byName.values());
    }

    /** {@return what was found wrong outside any app} */
    public List<Problem> problems() {
        return problems;
    }

    /** {@return what stands in the statements of any migration and is shown to nobody} */
    public Set<String> secrets() {
        return secrets;
    }

    /** {@return the app of that name, if a pack provides it} */
    public Optional<App> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** {@return the migration, if a pack provides it} */
    public Optional<Migration> find(MigrationRef ref) {
        return Optional.ofNullable(migrations.get(ref));
    }

    /**
     * The apps that a user means.
     *
     * @param name an app's name, or {@code all}
     * @return them in order
     * @throws ProblemException with {@code app/unknown}, listing what there is
     */
    public List<App> named(String name) {
        if (name.equals(App.ALL)) {
            return inOrder();
        }
        return List.of(find(name).orElseThrow(() -> new ProblemException(unknown(name))));
    }

    /** {@return the apps that this one depends on, directly or through others; not itself} */
    public Set<String> dependenciesOf(String name) {
        Set<String> all = new LinkedHashSet<>();
        collect(name, all);
        all.remove(name);
        return all;
    }

    /** {@return the problem that there is no such app} */
    public Problem unknown(String name) {
        String there = byName.isEmpty()
                ? "No pack was found. Name one with --pack APP=FOLDER, or put its jar into packs/."
                : "There is: " + String.join(", ", new TreeSet<>(byName.keySet())) + ".";
        return Problem.error(Codes.APP_UNKNOWN, "There is no app '" + name + "'. " + there);
    }

    private void collect(String name, Set<String> into) {
        find(name)
                .ifPresent(app -> app.dependsOn().forEach(dependency -> {
                    if (into.add(dependency)) {
                        collect(dependency, into);
                    }
                }));
    }

    private static App checked(App app) {
        List<Problem> problems = new ArrayList<>(app.problems());
        if (app.name().equals(App.ALL) || !NAME.matcher(app.name()).matches()) {
            problems.add(Problem.error(
                            Codes.APP_NAME,
                            "'" + app.name()
                                    + "' is no name for an app: use letters, digits, '.', '_' and '-', and not "
                                    + "'all', which means every app. Name the pack with --pack NAME=PATH.")
                    .at(app.origin()));
        }
        Map<MigrationId, Migration> byId = new LinkedHashMap<>();
        for (Migration migration : app.migrations()) {
            Migration other = byId.putIfAbsent(migration.id(), migration);
            if (other != null) {
                problems.add(Problem.error(
                                ProblemCodes.MIGRATION_DUPLICATE,
                                "App '" + app.name() + "' has two migrations with the id '" + migration.id() + "': "
                                        + other.location() + " and " + migration.location()
                                        + ". Give one of them another id.")
                        .at(migration.location()));
            }
        }
        return app.with(List.copyOf(byId.values()), problems);
    }

    private static App duplicate(App first, App second) {
        List<Problem> problems = new ArrayList<>(first.problems());
        problems.add(Problem.error(
                Codes.APP_DUPLICATE,
                "Two packs provide the app '" + first.name() + "': " + first.origin() + " and " + second.origin()
                        + ". Leave one out, or name a folder otherwise with --pack NAME=PATH."));
        return first.with(first.migrations(), problems);
    }

    private static void place(App app, Map<String, App> all, Map<String, App> placed, Set<String> path) {
        if (placed.containsKey(app.name())) {
            return;
        }
        path.add(app.name());
        List<Problem> problems = new ArrayList<>(app.problems());
        for (String name : new TreeSet<>(app.dependsOn())) {
            App dependency = all.get(name);
            if (dependency == null) {
                problems.add(Problem.error(
                                Codes.APP_DEPENDENCY_MISSING,
                                "App '" + app.name() + "' depends on app '" + name
                                        + "', which no pack provides. Add its pack with --pack " + name + "=PATH.")
                        .at(app.origin()));
            } else if (path.contains(name)) {
                problems.add(Problem.error(
                                Codes.APP_CYCLE,
                                "The apps depend on each other in a circle: " + circle(path, name)
                                        + ". Take one of these dependencies away.")
                        .at(app.origin()));
            } else {
                place(dependency, all, placed, path);
            }
        }
        path.remove(app.name());
        placed.put(app.name(), app.with(app.migrations(), problems));
    }

    private static String circle(Set<String> path, String back) {
        List<String> names = new ArrayList<>(path);
        List<String> circle = new ArrayList<>(names.subList(names.indexOf(back), names.size()));
        circle.add(back);
        return String.join(" → ", circle);
    }
}
