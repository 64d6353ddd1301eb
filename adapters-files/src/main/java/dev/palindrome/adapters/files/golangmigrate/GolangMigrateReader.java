package dev.palindrome.adapters.files.golangmigrate;

import dev.palindrome.adapters.files.golangmigrate.GolangMigrateName.Direction;
import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.Reversals;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SqlScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a folder of golang-migrate: finds the pairs by their names, then reads each file once. */
final class GolangMigrateReader {
    private final MigrationFolder folder;
    private final Findings findings = new Findings();
    private final List<Migration> migrations = new ArrayList<>();
    /** The versions whose up file isn't SQL, which has been said already. */
    private final Set<Long> unsupported = new HashSet<>();

    GolangMigrateReader(MigrationFolder folder) {
        this.folder = folder;
    }

    Contents read() {
        SortedMap<Long, Map<Direction, GolangMigrateName>> pairs = pairs();
        pairs.keySet().removeAll(unsupported);
        pairs.forEach((version, pair) ->
                findings.collect(() -> migrations.add(migration(Long.toUnsignedString(version), pair))));
        return new Contents(migrations, findings.list());
    }

    private SortedMap<Long, Map<Direction, GolangMigrateName>> pairs() {
        SortedMap<Long, Map<Direction, GolangMigrateName>> pairs = new TreeMap<>(Long::compareUnsigned);
        for (String fileName : folder.fileNames()) {
            Optional<GolangMigrateName> name = GolangMigrateName.parse(fileName);
            if (name.isPresent() && !name.get().isSql()) {
                findings.error(
                        ProblemCodes.SCRIPT_UNSUPPORTED,
                        "The file '" + fileName + "' holds no SQL by its name, so it can't be run. "
                                + "Write what it does as SQL, or as Java code in a pack.",
                        place(fileName));
                if (name.get().direction() == Direction.UP) {
                    name.get().version().ifPresent(unsupported::add);
                }
            } else if (name.isPresent()) {
                enter(name.get(), pairs);
            } else if (FileNames.isSql(fileName)) {
                findings.warning(
                        ProblemCodes.MIGRATION_MALFORMED,
                        "The file '" + fileName
                                + "' is ignored: its name is of neither form, VERSION_TITLE.up.sql"
                                + " and VERSION_TITLE.down.sql. Rename it, or move it out of the folder.",
                        place(fileName));
            }
        }
        return pairs;
    }

    private void enter(GolangMigrateName name, SortedMap<Long, Map<Direction, GolangMigrateName>> pairs) {
        if (name.version().isEmpty()) {
            findings.error(
                    ProblemCodes.MIGRATION_MALFORMED,
                    "The version of '" + name.fileName() + "' is greater than " + Long.toUnsignedString(-1)
                            + ", the greatest number of 64 bits. Rename the file.",
                    place(name.fileName()));
            return;
        }
        long version = name.version().getAsLong();
        GolangMigrateName other = pairs.computeIfAbsent(version, v -> new EnumMap<>(Direction.class))
                .putIfAbsent(name.direction(), name);
        if (other != null) {
            findings.error(
                    ProblemCodes.MIGRATION_DUPLICATE,
                    "'" + other.fileName() + "' and '" + name.fileName() + "' are both the "
                            + name.direction().word() + " file of version " + Long.toUnsignedString(version)
                            + ". Give one of them another version.",
                    place(name.fileName()));
        }
    }

    /** Either file may be missing. Without an up file, golang-migrate runs nothing and counts the version as applied. */
    private Migration migration(String version, Map<Direction, GolangMigrateName> pair) {
        Optional<GolangMigrateName> up = Optional.ofNullable(pair.get(Direction.UP));
        Optional<GolangMigrateName> down = Optional.ofNullable(pair.get(Direction.DOWN));
        GolangMigrateName first = up.or(() -> down).orElseThrow();
        Optional<SqlScript> forwards = up.map(this::script);
        if (forwards.filter(script -> !script.isEmpty()).isEmpty()) {
            findings.warning(
                    ProblemCodes.MIGRATION_FORWARDS_MISSING,
                    "Version " + version + " runs nothing: "
                            + up.map(name -> "'" + name.fileName() + "' holds no SQL. Add some")
                                    .orElseGet(() -> "there is no file '" + first.counterpart() + "'. Add it")
                            + ", unless the version is meant as a place holder.",
                    place(first.fileName()));
        }
        List<Path> files = Stream.of(up, down)
                .flatMap(Optional::stream)
                .map(name -> folder.file(name.fileName()))
                .toList();
        Optional<SqlScript> backwards = down.map(this::script);
        return Migration.id(version)
                .description(first.description())
                .location(forwards.or(() -> backwards).orElseThrow().location())
                .forwards(forwards.stream().toArray(Operation[]::new))
                .reversal(reversal(forwards, backwards, folder.file(first.counterpart())))
                .files(files)
                .build();
    }

    /** A version that runs nothing has nothing to reverse; any other needs SQL in its down file. */
    private Reversal reversal(Optional<SqlScript> forwards, Optional<SqlScript> backwards, Path expected) {
        if (backwards.filter(script -> !script.isEmpty()).isPresent()) {
            return new Reversal.Given(List.of(backwards.get()));
        }
        if (forwards.filter(script -> !script.isEmpty()).isEmpty()) {
            return new Reversal.NotNeeded();
        }
        return backwards
                .map(script ->
                        Reversals.empty(folder.settings(), script.location().source() + " holds no SQL"))
                .orElseGet(() -> new Reversal.Absent("there is no file " + expected));
    }

    private SqlScript script(GolangMigrateName name) {
        return SourceFile.read(folder, name.fileName()).whole();
    }

    private Location place(String fileName) {
        return Location.of(folder.file(fileName).toString());
    }
}
