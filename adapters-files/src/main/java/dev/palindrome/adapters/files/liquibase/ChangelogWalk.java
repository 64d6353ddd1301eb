package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.adapters.files.liquibase.Changeset.Included;
import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.FolderFiles;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through the files in the order in which Liquibase would: through the root changelog and all that it includes, or, where
 * there is none, through the SQL files by name. Reads each file when its turn comes, so that properties have been defined.
 */
final class ChangelogWalk {
    private static final Set<String> HARMLESS =
            Set.of("changeLogId", "logicalFilePath", "objectQuotingStrategy", "contextFilter");
    private static final int DEEPEST = 50;

    private final FolderFiles files;
    private final Properties properties;
    private final Choice choice;
    private final Findings findings;
    private final List<Changeset> changesets = new ArrayList<>();
    private final Set<String> reached = new HashSet<>();

    ChangelogWalk(FolderFiles files, Properties properties, Choice choice, Findings findings) {
        this.files = files;
        this.properties = properties;
        this.choice = choice;
        this.findings = findings;
    }

    /** {@return the changesets of a changelog and of all that it includes} */
    List<Changeset> from(String path) {
        findings.collect(() -> include(path, Location.of(files.named(path)), List.of(), 0));
        files.under("").stream()
                .filter(each -> FileNames.isSql(each) && !reached.contains(each) && isFormatted(each))
                .forEach(each -> findings.warning(
                        LiquibaseCodes.IGNORED_FILE,
                        "'" + each + "' is left out: the changelog '" + path
                                + "' doesn't include it. Include it, or move it out of the folder.",
                        Location.of(files.named(each))));
        return changesets;
    }

    private boolean isFormatted(String path) {
        return files.read(path).map(SourceFile::text).filter(FormattedSql::is).isPresent();
    }

    /** {@return the changesets of all formatted SQL, by the names of the files} */
    List<Changeset> byName() {
        List<String> formatted = new ArrayList<>();
        for (String path : files.under("")) {
            if (FileNames.isSql(path)) {
                if (isFormatted(path)) {
                    formatted.add(path);
                } else {
                    findings.warning(
                            LiquibaseCodes.IGNORED_FILE,
                            "'" + path
                                    + "' is left out: its first line isn't '--liquibase formatted sql'. Write that line, or"
                                    + " move the file out of the folder.",
                            Location.of(files.named(path)));
                }
            }
        }
        if (formatted.size() > 1) {
            findings.warning(
                    LiquibaseCodes.ORDER,
                    "No changelog here says in which order the " + formatted.size()
                            + " files go, so they go by their paths, as Liquibase's includeAll has them: '"
                            + formatted.get(0)
                            + "' first, '" + formatted.get(formatted.size() - 1)
                            + "' last. If that isn't the order, put the changelog into the folder, or name it with the"
                            + " setting 'changelog'.",
                    Location.of(files.named("")));
        }
        formatted.forEach(path -> sql(path, List.of()));
        return changesets;
    }

    private void include(String path, Location by, List<Included> inherited, int depth) {
        if (depth > DEEPEST) {
            findings.error(LiquibaseCodes.CHANGELOG, "'" + path + "' includes itself. Take the include away.", by);
        } else if (FileNames.isSql(path)) {
            sql(path, inherited);
        } else if (ChangelogFile.isNamed(path)) {
            files.read(path).ifPresent(file -> changelog(file, path, inherited, depth));
        } else {
            findings.warning(
                    LiquibaseCodes.IGNORED_FILE,
                    "'" + path + "' is left out: it is neither SQL nor a changelog by its name.",
                    by);
        }
    }

    private void sql(String path, List<Included> inherited) {
        reached.add(path);
        findings.collect(() -> files.read(path).ifPresent(file -> {
            if (FormattedSql.is(file.text())) {
                changesets.addAll(new FormattedSql(file, path, properties, choice, findings).read(inherited));
            } else {
                changesets.add(raw(file, path, inherited));
            }
        }));
    }

    /** A file without the first line is one changeset, which Liquibase names itself. */
    private static Changeset raw(SourceFile file, String path, List<Included> inherited) {
        NumberedLines body = new NumberedLines();
        file.lines().forEach(line -> body.add(line.number(), line.content()));
        return new Changeset(
                new ChangesetId(path, "raw", "includeAll"),
                path,
                new Location(file.name(), 1),
                new Attributes(" splitStatements:false stripComments:false"),
                "",
                body,
                new Rollback(),
                inherited);
    }

    private void changelog(SourceFile file, String path, List<Included> inherited, int depth) {
        for (ChangelogEntry entry : ChangelogFile.read(file)) {
            switch (entry.name()) {
                case "include" -> include(entry, path, inherited, depth);
                case "includeAll" -> includeAll(entry, path, inherited, depth);
                case "property" -> property(entry, path);
                case "preConditions" -> preConditions(entry);
                case "changeSet" ->
                    findings.error(
                            LiquibaseCodes.CHANGELOG,
                            "The changeset '" + entry.attribute("id")
                                    + "' isn't formatted SQL, which is all that is read here."
                                    + " Write it as SQL in a file of its own, with the same id, author and logicalFilePath.",
                            entry.place());
                default -> {
                    if (!HARMLESS.contains(entry.name())) {
                        findings.error(
                                LiquibaseCodes.CHANGELOG,
                                "'" + entry.name() + "' in a changelog isn't carried over. Take it out.",
                                entry.place());
                    }
                }
            }
        }
    }

    private void preConditions(ChangelogEntry entry) {
        if (!choice.takesPreconditionsAsMet()) {
            findings.error(
                    LiquibaseCodes.PRECONDITION,
                    "The preconditions of the changelog would be asked by Liquibase before anything runs, and nothing asks them"
                            + " here. Take them out, or say 'preconditions: met' in the pack's settings.",
                    entry.place());
        }
    }

    private void property(ChangelogEntry entry, String path) {
        if (!choice.hasContext(context(entry))
                || !choice.hasLabels(entry.attribute("labels"))
                || !choice.hasDatabase(entry.attribute("dbms"))) {
            return;
        }
        if (choice.dependsOnProduct(entry.attribute("dbms"))) {
            findings.add(choice.productUnknown("A property is", entry.attribute("dbms"), entry.place()));
        }
        if (entry.attributes().containsKey("file")) {
            located(entry.attribute("file"), entry, path)
                    .flatMap(files::read)
                    .ifPresentOrElse(this::properties, () -> missing(entry.attribute("file"), entry));
        } else if (entry.attribute("global").equals("false")) {
            properties.define(entry.attribute("name"), entry.attribute("value"), path);
        } else {
            properties.define(entry.attribute("name"), entry.attribute("value"));
        }
    }

    private void properties(SourceFile file) {
        try {
            java.util.Properties values = new java.util.Properties();
            values.load(new StringReader(file.text()));
            values.stringPropertyNames().forEach(name -> properties.define(name, values.getProperty(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void include(ChangelogEntry entry, String path, List<Included> inherited, int depth) {
        if (entry.attribute("ignore").equals("true")) {
            return;
        }
        String wanted = properties.expand(entry.attribute("file"), path, unknown -> {});
        located(wanted, entry, path)
                .ifPresentOrElse(
                        found -> findings.collect(
                                () -> include(found, entry.place(), with(entry, inherited), depth + 1)),
                        () -> missing(wanted, entry));
    }

    private void includeAll(ChangelogEntry entry, String path, List<Included> inherited, int depth) {
        if (entry.attribute("ignore").equals("true")) {
            return;
        }
        if (entry.attributes().containsKey("filter") || entry.attributes().containsKey("resourceComparator")) {
            findings.error(
                    LiquibaseCodes.CHANGELOG,
                    "The includeAll of '" + entry.attribute("path")
                            + "' filters or orders its files with a class in Java. Include the files one by one.",
                    entry.place());
            return;
        }
        String wanted = properties.expand(entry.attribute("path"), path, unknown -> {});
        IncludeAll meant = IncludeAll.of(entry);
        List<String> found = candidates(wanted, entry, path).stream()
                .filter(folder -> !files.under(folder).isEmpty())
                .findFirst()
                .map(folder -> meant.chosen(folder, files.under(folder)))
                .orElse(List.of());
        if (found.isEmpty() && !entry.attribute("errorIfMissingOrEmpty").equals("false")) {
            missing(wanted, entry);
        }
        found.stream()
                .filter(each -> !each.equals(path))
                .forEach(each ->
                        findings.collect(() -> include(each, entry.place(), with(entry, inherited), depth + 1)));
    }

    private static List<Included> with(ChangelogEntry entry, List<Included> inherited) {
        List<Included> all = new ArrayList<>(inherited);
        all.add(new Included(context(entry), entry.attribute("labels")));
        return all;
    }

    private static String context(ChangelogEntry entry) {
        return entry.attributes().containsKey("contextFilter")
                ? entry.attribute("contextFilter")
                : entry.attribute("context");
    }

    private Optional<String> located(String wanted, ChangelogEntry entry, String path) {
        return candidates(wanted, entry, path).stream().filter(files::has).findFirst();
    }

    /**
     * Where a path may be. Liquibase looks from its search path, of which this folder may be any part, so leading folders are
     * taken away until something is there.
     */
    private static List<String> candidates(String wanted, ChangelogEntry entry, String path) {
        List<String> candidates = new ArrayList<>();
        String normal = ChangesetId.normal(wanted);
        if (entry.attribute("relativeToChangelogFile").equals("true")) {
            FolderFiles.normal(path.substring(0, path.lastIndexOf('/') + 1) + normal)
                    .ifPresent(candidates::add);
            return candidates;
        }
        String rest = FolderFiles.normal(normal).orElse(normal);
        candidates.add(rest);
        while (rest.indexOf('/') >= 0) {
            rest = rest.substring(rest.indexOf('/') + 1);
            candidates.add(rest);
        }
        return candidates;
    }

    private void missing(String wanted, ChangelogEntry entry) {
        findings.error(
                LiquibaseCodes.INCLUDE,
                "The changelog includes '" + wanted
                        + "', which isn't in this folder. Correct the path, or name the folder that" + " holds it.",
                entry.place());
    }
}
