package dev.palindrome.adapters.files.flyway;

import dev.palindrome.adapters.files.flyway.FlywayName.Kind;
import dev.palindrome.adapters.files.source.ExpandedScript;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.Secrets;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SqlScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Reads a folder of Flyway: files are paired by their versions, then each is read once. */
final class FlywayReader {
    private static final String REPEATABLE_ID = "R__";

    private final FlywayOptions options;
    private final Placeholders placeholders;
    private final Secrets secrets;
    private final Findings findings = new Findings();
    private final FlywayFiles files;
    private final List<Migration> migrations = new ArrayList<>();

    FlywayReader(MigrationFolder folder) {
        this.options = FlywayOptions.of(folder);
        this.placeholders = new Placeholders(options, options.table().orElse(FlywayHistory.TABLE));
        this.secrets = options.secrets().and(Secrets.of(folder.settings().environment()));
        this.files = new FlywayFiles(folder, options, findings);
    }

    /** {@return the id of a repeatable migration, which Flyway knows by its description} */
    static MigrationId repeatableId(String description) {
        return new MigrationId(REPEATABLE_ID + description.strip().replace(' ', '_'));
    }

    Contents read() {
        NotCarriedOver.report(options, findings);
        SortedMap<FlywayVersion, FlywayFile> versioned = files.ofVersion(Kind.VERSIONED);
        Optional<FlywayFile> baseline = baseline(versioned);
        baseline.ifPresent(file -> findings.collect(() -> migrations.add(baseline(file))));
        SortedMap<FlywayVersion, FlywayFile> undo = files.ofVersion(Kind.UNDO);
        versioned.forEach((version, file) ->
                findings.collect(() -> migrations.add(migration(file, Optional.ofNullable(undo.remove(version))))));
        undo.forEach((version, file) -> reportAlone(
                file,
                "version " + version,
                baseline.flatMap(b -> b.name().version())
                        .filter(b -> version.compareTo(b) <= 0)
                        .isPresent()));
        SortedMap<String, FlywayFile> takingBack = files.ofDescription(Kind.UNDO);
        files.ofDescription(Kind.REPEATABLE)
                .forEach((description, file) -> findings.collect(
                        () -> migrations.add(migration(file, Optional.ofNullable(takingBack.remove(description))))));
        takingBack.forEach((description, file) -> reportAlone(file, "'" + description + "'", false));
        return new Contents(migrations, findings.list());
    }

    /** The latest baseline migration goes first where there is nothing up to its version; else all that is there does the same. */
    private Optional<FlywayFile> baseline(SortedMap<FlywayVersion, FlywayFile> versioned) {
        SortedMap<FlywayVersion, FlywayFile> baselines = files.ofVersion(Kind.BASELINE);
        if (baselines.isEmpty()) {
            return Optional.empty();
        }
        FlywayFile latest = new ArrayList<>(baselines.values()).get(baselines.size() - 1);
        boolean isNeeded = versioned.isEmpty() || versioned.firstKey().compareTo(baselines.lastKey()) > 0;
        baselines.forEach((version, file) -> {
            if (!isNeeded || !file.equals(latest)) {
                findings.warning(
                        FlywayCodes.BASELINE,
                        "The baseline migration '" + file.fileName() + "' is left out: "
                                + (isNeeded
                                        ? "'" + latest.fileName() + "' is a later one."
                                        : "the versions up to " + version + " that are here run instead, from "
                                                + versioned.firstKey()
                                                + " on. If some of them are gone, move the others out of the folder."),
                        file.place());
            }
        });
        return isNeeded ? Optional.of(latest) : Optional.empty();
    }

    private void reportAlone(FlywayFile file, String whose, boolean isHarmless) {
        String message = "'" + file.fileName() + "' takes back " + whose + ", of which there is no migration. Add '"
                + file.fileName()
                        .replaceFirst(
                                "^" + file.name().prefix(),
                                file.name().version().isPresent() ? "V" : "R")
                + "', or remove this file.";
        if (isHarmless) {
            findings.warning(FlywayCodes.UNDO_ALONE, message, file.place());
        } else {
            findings.error(FlywayCodes.UNDO_ALONE, message, file.place());
        }
    }

    private Migration baseline(FlywayFile file) {
        Script script = script(file);
        return builder(file, script)
                .irreversible(file.path() + " is a baseline, and Flyway has nothing that takes one back")
                .files(file.paths())
                .build();
    }

    private Migration migration(FlywayFile file, Optional<FlywayFile> undo) {
        Script script = script(file);
        if (script.isEmpty()) {
            findings.warning(
                    ProblemCodes.MIGRATION_FORWARDS_MISSING,
                    "'" + file.fileName()
                            + "' runs nothing, since it holds no SQL. Add some, unless it is meant as a place "
                            + "holder.",
                    file.place());
        }
        List<Path> paths = new ArrayList<>(file.paths());
        Optional<Script> backwards = undo.map(this::script);
        undo.ifPresent(u -> paths.addAll(u.paths()));
        Migration.Builder builder = builder(file, script)
                .reversal(reversal(file, script, backwards))
                .files(paths);
        backwards.filter(b -> !b.transactional()).ifPresent(b -> builder.withoutTransaction(Direction.BACKWARDS));
        return builder.build();
    }

    private static Migration.Builder builder(FlywayFile file, Script script) {
        Migration.Builder builder = Migration.id(file.id().value())
                .description(file.name().description().strip())
                .location(script.location())
                .forwards(script.operation());
        if (file.name().kind() == Kind.REPEATABLE) {
            builder.repeatable();
        }
        return script.transactional() ? builder : builder.withoutTransaction(Direction.FORWARDS);
    }

    private static Reversal reversal(FlywayFile file, Script forwards, Optional<Script> backwards) {
        if (backwards.isPresent() && !backwards.get().isEmpty()) {
            return new Reversal.Given(List.of(backwards.get().operation()));
        }
        if (forwards.isEmpty()) {
            return new Reversal.NotNeeded();
        }
        String expected = file.name().version().map(version -> "U" + version).orElse("U") + "__"
                + file.name().key().replace(' ', '_') + ".sql";
        return new Reversal.Absent(backwards
                .map(b -> b.location().source() + " holds no SQL")
                .orElse("there is no file " + expected + " that takes " + file.path() + " back"));
    }

    /** What repeatable migrations run counts with its values, so that another value lets them run again, as it does for Flyway. */
    private Script script(FlywayFile file) {
        SourceFile source = file.source();
        ScriptConfiguration own = file.configuration();
        String text = own.replacesPlaceholders(options.replacesPlaceholders())
                ? placeholders.replaced(source)
                : source.text();
        SqlScript script = new SqlScript(text, source.whole().location());
        Operation operation = file.name().kind() == Kind.REPEATABLE
                ? ExpandedScript.whoseValuesCount(script, source.text(), secrets)
                : ExpandedScript.of(script, source.text(), () -> secrets);
        return new Script(
                operation, script.isEmpty(), script.location(), own.isTransactional(options.isTransactional()));
    }

    private record Script(Operation operation, boolean isEmpty, Location location, boolean transactional) {}
}
