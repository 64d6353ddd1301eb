package dev.palindrome.adapters.files.flyway;

import dev.palindrome.adapters.files.flyway.FlywayOptions.Option;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Problem.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The options of Flyway that change which SQL runs, or where, and that aren't carried over. Each is named where it is set, until
 * the settings of the pack say {@code left-out} for it.
 *
 * @param option its name; with a dot at the end, all that begin so
 * @param severity whether migrations can do without by chance
 * @param matters tells of a value whether it changes something
 * @param consequence what Flyway does, and what is done here
 */
record NotCarriedOver(String option, Severity severity, Predicate<String> matters, String consequence) {
    private static final List<NotCarriedOver> ALL = List.of(
            new NotCarriedOver(
                    "initSql",
                    Severity.ERROR,
                    NotCarriedOver::isGiven,
                    "Flyway runs it on each of its connections. It is not run here: put it into the migrations that need it."),
            new NotCarriedOver("defaultSchema", Severity.ERROR, NotCarriedOver::isGiven, schema()),
            new NotCarriedOver("schemas", Severity.ERROR, NotCarriedOver::isGiven, schema()),
            new NotCarriedOver(
                    "target",
                    Severity.ERROR,
                    value -> isGiven(value) && !value.equals("latest"),
                    "Flyway stops there. Here the target is named with the command, as in 'palindrome forwards APP TARGET'."),
            new NotCarriedOver(
                    "cherryPick",
                    Severity.ERROR,
                    NotCarriedOver::isGiven,
                    "Flyway runs these migrations alone. Here all that are pending run, in their order, up to a target."),
            new NotCarriedOver(
                    "skipExecutingMigrations",
                    Severity.ERROR,
                    NotCarriedOver::isTrue,
                    "Flyway only records migrations then. Here they run; 'palindrome forwards APP --fake' records them."),
            new NotCarriedOver("resolvers", Severity.ERROR, NotCarriedOver::isGiven, resolvers()),
            new NotCarriedOver("migrationResolvers", Severity.ERROR, NotCarriedOver::isGiven, resolvers()),
            new NotCarriedOver(
                    "skipDefaultResolvers",
                    Severity.ERROR,
                    NotCarriedOver::isTrue,
                    "Flyway doesn't run the files of this folder then. Here they run."),
            new NotCarriedOver("callbacks", Severity.ERROR, NotCarriedOver::isGiven, callbacks()),
            new NotCarriedOver("callbackLocations", Severity.ERROR, NotCarriedOver::isGiven, callbacks()),
            new NotCarriedOver(
                    "locations",
                    Severity.WARNING,
                    value -> value.contains(","),
                    "Flyway reads all of these. Here a pack is one folder, with all folders in it."),
            new NotCarriedOver(
                    "configFiles",
                    Severity.WARNING,
                    NotCarriedOver::isGiven,
                    "Flyway reads these. Here the nearest 'flyway.toml' or 'flyway.conf' is read, in the folder or in one above it."),
            new NotCarriedOver(
                    "baselineOnMigrate",
                    Severity.WARNING,
                    NotCarriedOver::isTrue,
                    "Flyway passes over the migrations up to 'baselineVersion' where there are tables and no history. Here they run,"
                            + " unless 'palindrome adopt' or 'palindrome forwards APP --fake' says that they did."),
            new NotCarriedOver("encoding", Severity.WARNING, value -> !isUtf8(value), encoding()),
            new NotCarriedOver("detectEncoding", Severity.WARNING, NotCarriedOver::isTrue, encoding()),
            new NotCarriedOver(
                    "errorOverrides",
                    Severity.WARNING,
                    NotCarriedOver::isGiven,
                    "Flyway goes on after some errors then, or stops at warnings. Here an error stops a migration, and a warning"
                            + " doesn't."),
            new NotCarriedOver(
                    "group",
                    Severity.WARNING,
                    NotCarriedOver::isTrue,
                    "Flyway runs all migrations in one transaction then. Here each has its own."),
            new NotCarriedOver(
                    "mixed",
                    Severity.WARNING,
                    NotCarriedOver::isTrue,
                    "Flyway leaves transactions off then where a statement allows none. Here that is said in a script's own"
                            + " configuration: executeInTransaction=false"),
            new NotCarriedOver(
                    "jdbcProperties.",
                    Severity.WARNING,
                    value -> true,
                    "Flyway connects with it. Here such properties are part of the database's URL."));
    private static final String LEFT_OUT = "left-out";

    /** {@return what an option is, if it is one that isn't carried over} */
    static Optional<NotCarriedOver> named(String option) {
        return ALL.stream()
                .filter(one -> one.option.endsWith(".") ? option.startsWith(one.option) : option.equals(one.option))
                .findFirst();
    }

    /** Adds a finding for each that is set. */
    static void report(FlywayOptions options, Findings findings) {
        options.values()
                .forEach((name, option) -> named(name)
                        .filter(one -> !option.value().equals(LEFT_OUT))
                        .filter(one -> one.matters.test(option.value().strip()))
                        .ifPresent(one -> findings.add(one.problem(name, option))));
    }

    private Problem problem(String name, Option found) {
        String message = "Flyway's option '" + name + "' is set. " + consequence
                + " When that is seen to, say so in the settings of the pack: " + name + ": " + LEFT_OUT;
        return new Problem(FlywayCodes.OPTION, severity, message, Optional.of(found.place()));
    }

    static boolean isUtf8(String encoding) {
        return Set.of("UTF-8", "UTF8").contains(encoding.toUpperCase(Locale.ROOT));
    }

    private static boolean isGiven(String value) {
        return !value.isEmpty();
    }

    private static boolean isTrue(String value) {
        return value.equalsIgnoreCase("true");
    }

    private static String schema() {
        return "Flyway makes it, and migrations run in it. Here they run in the schema in which the connection begins: name it"
                + " in the database's URL.";
    }

    private static String resolvers() {
        return "Flyway asks these classes for migrations. They are not asked here.";
    }

    private static String callbacks() {
        return "Flyway runs these callbacks. They are not run here.";
    }

    private static String encoding() {
        return "Here files are UTF-8, and one that isn't is refused.";
    }
}
