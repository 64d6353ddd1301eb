package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.adapters.files.source.ExpandedScript;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.FolderFiles;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SqlScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Reads a folder of Liquibase: the changesets in their order, then those that are meant as migrations. */
final class LiquibaseReader {
    private final MigrationFolder folder;
    private final Findings findings = new Findings();
    private final Properties properties;
    private final Choice choice;
    private final Map<ChangesetId, Changeset> byId = new HashMap<>();
    private final Map<ChangesetId, List<Changeset>> byName = new HashMap<>();

    LiquibaseReader(MigrationFolder folder) {
        this.folder = folder;
        this.properties = new Properties(folder.settings().values());
        this.choice = new Choice(folder.settings());
    }

    Contents read() {
        List<Changeset> all = new ArrayList<>();
        findings.collect(() -> all.addAll(changesets()));
        all.forEach(this::enter);
        List<Changeset> meant =
                all.stream().filter(changeset -> changeset.isMeant(choice)).toList();
        warnOfUnknownDatabase(all);
        reportProduct(meant);
        warnOfOrder(meant);
        List<Migration> migrations = new ArrayList<>();
        meant.forEach(changeset -> findings.collect(() -> migration(changeset).ifPresent(migrations::add)));
        return new Contents(migrations, findings.list());
    }

    private void enter(Changeset changeset) {
        ChangesetId id = changeset.id();
        byId.put(id, changeset);
        byName.computeIfAbsent(new ChangesetId("", id.id(), id.author()), name -> new ArrayList<>())
                .add(changeset);
    }

    private List<Changeset> changesets() {
        ChangelogWalk walk = new ChangelogWalk(new FolderFiles(folder), properties, choice, findings);
        Optional<String> root = new RootChangelog(folder).path();
        return root.isPresent() ? walk.from(root.get()) : walk.byName();
    }

    private void warnOfUnknownDatabase(List<Changeset> all) {
        List<Changeset> certain =
                all.stream().filter(changeset -> !changeset.dbms().isEmpty()).toList();
        if (!certain.isEmpty() && !choice.knowsDatabase()) {
            findings.warning(
                    LiquibaseCodes.DBMS,
                    certain.size()
                            + " changesets are for certain databases, and as no database is configured they are left"
                            + " out. Name one with --url.",
                    certain.get(0).place());
        }
    }

    /** One finding for all, since one setting settles them. */
    private void reportProduct(List<Changeset> meant) {
        List<Changeset> unsettled = meant.stream()
                .filter(changeset -> choice.dependsOnProduct(changeset.dbms()))
                .toList();
        if (!unsettled.isEmpty()) {
            findings.add(choice.productUnknown(
                    unsettled.size() == 1 ? "A changeset is" : unsettled.size() + " changesets are",
                    unsettled.get(0).dbms(),
                    unsettled.get(0).place()));
        }
    }

    /** What runs again when it changes goes after all others here; in Liquibase it keeps its place. */
    private void warnOfOrder(List<Changeset> meant) {
        List<Changeset> repeatable = new ArrayList<>();
        for (Changeset changeset : meant) {
            if (isRepeatable(changeset)) {
                repeatable.add(changeset);
            } else {
                repeatable.forEach(this::warnOfOrder);
                repeatable.clear();
            }
        }
    }

    private void warnOfOrder(Changeset changeset) {
        findings.warning(
                LiquibaseCodes.RUN_ON_CHANGE,
                "The changeset '" + changeset.id().migrationId()
                        + "' runs again when it changes, and so goes after all others here, also those below it. If"
                        + " they need it, take runOnChange away.",
                changeset.place());
    }

    private static boolean isRepeatable(Changeset changeset) {
        return changeset.attributes().isTrue("runOnChange", false)
                || changeset.attributes().isTrue("runAlways", false);
    }

    private Optional<Migration> migration(Changeset changeset) {
        new Warnings(changeset, findings).report();
        if (changeset.body().isEmpty()) {
            findings.error(
                    ProblemCodes.MIGRATION_FORWARDS_MISSING,
                    "The changeset '" + changeset.id().migrationId()
                            + "' holds no SQL. Write some below it, or remove it.",
                    changeset.place());
            return Optional.empty();
        }
        Attributes attributes = changeset.attributes();
        List<Operation> forwards = forwards(changeset, true);
        Migration.Builder builder = Migration.id(changeset.id().migrationId().value())
                .description(changeset.comment())
                .location(changeset.place())
                .forwards(forwards.toArray(Operation[]::new))
                .reversal(reversal(changeset));
        if (isRepeatable(changeset)) {
            builder.repeatable();
        }
        if (!attributes.isTrue("runInTransaction", true)) {
            builder.withoutTransaction();
        }
        return Optional.of(builder.build());
    }

    private List<Operation> forwards(Changeset changeset, boolean reportUnknown) {
        return operations(
                changeset,
                changeset.body(),
                changeset.attributes().text("endDelimiter"),
                changeset.attributes().isTrue("splitStatements", true),
                reportUnknown);
    }

    private List<Operation> operations(
            Changeset changeset,
            NumberedLines lines,
            Optional<String> delimiter,
            boolean split,
            boolean reportUnknown) {
        SqlScript script = lines.script(changeset.place().source());
        boolean stripped = choice.isMysql() && changeset.attributes().isTrue("stripComments", true);
        List<Operation> operations = new ArrayList<>();
        for (SqlScript piece : split ? cut(script, delimiter, changeset.place()) : List.of(script)) {
            String expanded = properties.expand(piece.text(), changeset.path(), name -> {
                if (reportUnknown) {
                    findings.warning(
                            LiquibaseCodes.PROPERTY,
                            "The property '${" + name + "}' has no value, so it stays as it stands. Define it with"
                                    + " --property, or set 'property." + name + "' in the pack's settings.",
                            piece.location());
                }
            });
            String sent = stripped ? Quoted.withoutBareComments(expanded) : expanded;
            operations.add(ExpandedScript.of(
                    new SqlScript(sent, piece.location()), piece.text(), () -> properties.secrets(changeset.path())));
        }
        return operations;
    }

    private List<SqlScript> cut(SqlScript script, Optional<String> delimiter, Location place) {
        try {
            return Delimiters.cut(script, delimiter);
        } catch (PatternSyntaxException e) {
            findings.error(
                    LiquibaseCodes.MALFORMED,
                    "The endDelimiter '" + delimiter.orElse("") + "' is no regular expression (" + e.getDescription()
                            + "), which Liquibase takes it for. Write a backslash before characters that mean something"
                            + " there.",
                    place);
            return List.of(script);
        }
    }

    private Reversal reversal(Changeset changeset) {
        Rollback rollback = changeset.rollback();
        if (rollback.isAbsent()) {
            return new Reversal.Absent(
                    "changeset '" + changeset.id().migrationId() + "' at " + changeset.place() + " has no --rollback");
        }
        if (rollback.isNotNeeded()) {
            return new Reversal.NotNeeded();
        }
        if (rollback.reference().isPresent()) {
            return referred(changeset, rollback.reference().get());
        }
        Attributes attributes = changeset.attributes();
        List<Operation> operations = operations(
                changeset,
                rollback.lines(),
                attributes.text("rollbackEndDelimiter"),
                attributes.isTrue("rollbackSplitStatements", true),
                true);
        boolean isEmpty = rollback.lines().script(changeset.place().source()).isEmpty();
        return isEmpty
                ? new Reversal.Absent(
                        "the rollback at " + rollback.place(changeset.place().source()) + " holds no SQL")
                : new Reversal.Given(operations);
    }

    /** The forwards half of another changeset is what takes this one back. */
    private Reversal referred(Changeset changeset, Attributes reference) {
        String id = reference.text("changesetId").orElse("");
        String author = reference.text("changesetAuthor").orElse("");
        String path = reference
                .text("changesetPath")
                .map(ChangesetId::normal)
                .orElse(changeset.id().file());
        Optional<Changeset> found = Optional.ofNullable(byId.get(new ChangesetId(path, id, author)))
                .or(() -> byName.getOrDefault(new ChangesetId("", id, author), List.of()).stream()
                        .filter(other -> path.endsWith("/" + other.path()))
                        .findFirst());
        if (found.isEmpty()) {
            Location place = changeset.rollback().place(changeset.place().source());
            findings.error(
                    LiquibaseCodes.ROLLBACK,
                    "The rollback of changeset '" + changeset.id().migrationId() + "' is changeset '"
                            + new ChangesetId(path, id, author).migrationId()
                            + "', which isn't there. Correct its id, author and path.",
                    place);
            return new Reversal.Absent("the changeset that " + place + " names isn't there");
        }
        return new Reversal.Given(forwards(found.get(), false));
    }
}
