package dev.palindrome.adapters.files.goose;

import dev.palindrome.adapters.files.goose.GooseParser.Halves;
import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.Reversals;
import dev.palindrome.adapters.files.source.Secrets;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.Reversal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a folder of goose: finds the migrations by their names, then reads each file once. */
final class GooseReader {
    private final MigrationFolder folder;
    private final Secrets secrets;
    private final Findings findings = new Findings();
    private final List<Migration> migrations = new ArrayList<>();

    GooseReader(MigrationFolder folder) {
        this.folder = folder;
        this.secrets = Secrets.of(folder.settings().environment());
    }

    Contents read() {
        for (GooseName name : names().values()) {
            findings.collect(() -> migrations.add(migration(name)));
        }
        return new Contents(migrations, findings.list());
    }

    private SortedMap<Long, GooseName> names() {
        SortedMap<Long, GooseName> names = new TreeMap<>();
        for (String fileName : folder.fileNames()) {
            Optional<GooseName> name = GooseName.parse(fileName);
            if (name.isPresent() && name.get().isSql()) {
                enter(name.get(), names);
            } else if (name.isPresent()) {
                findings.error(
                        GooseCodes.GO_MIGRATION,
                        "'" + fileName
                                + "' is a migration in Go, so it can't be run, and what it does would be missing. Write"
                                + " it in SQL, in a file of the same version, and move this one out of the folder.",
                        place(fileName));
            } else if (FileNames.isSql(fileName)) {
                findings.warning(
                        GooseCodes.IGNORED_FILE,
                        "'" + fileName + "' is ignored, as goose ignores it: the name is not of the form"
                                + " VERSION_NAME.sql, with a number from 1 on. Rename it, or move it out of the folder.",
                        place(fileName));
            }
        }
        return names;
    }

    private void enter(GooseName name, SortedMap<Long, GooseName> names) {
        GooseName other = names.putIfAbsent(name.version(), name);
        if (other != null) {
            findings.error(
                    ProblemCodes.MIGRATION_DUPLICATE,
                    "'" + other.fileName() + "' and '" + name.fileName() + "' both have the version " + name.version()
                            + ". Give one of them another.",
                    place(name.fileName()));
        }
    }

    private Migration migration(GooseName name) {
        SourceFile file = SourceFile.read(folder, name.fileName());
        Halves halves = new GooseParser(file, folder.settings().environment(), secrets, findings).read();
        Migration.Builder builder = Migration.id(name.id().value())
                .description(name.description())
                .location(new Location(file.name(), 1))
                .forwards(halves.up().toArray(Operation[]::new))
                .reversal(reversal(file, halves))
                .files(List.of(folder.file(name.fileName())));
        if (halves.up().isEmpty()) {
            findings.warning(
                    ProblemCodes.MIGRATION_FORWARDS_MISSING,
                    "Version " + name.version() + " runs nothing: '" + name.fileName() + "' holds no SQL below "
                            + Annotation.UP + ". Add some, unless the version is meant as a place holder.",
                    file.place());
        }
        return halves.transactional()
                ? builder.build()
                : builder.withoutTransaction().build();
    }

    /** What runs nothing has nothing to reverse. For anything else, goose takes no SQL for a reversal that is done. */
    private Reversal reversal(SourceFile file, Halves halves) {
        if (!halves.down().isEmpty()) {
            return new Reversal.Given(halves.down());
        }
        if (halves.up().isEmpty()) {
            return new Reversal.NotNeeded();
        }
        return halves.downMarker()
                .map(place -> Reversals.empty(
                        folder.settings(), "the section " + Annotation.DOWN + " of " + place + " holds no SQL"))
                .orElseGet(() -> new Reversal.Absent(file.name() + " has no section " + Annotation.DOWN));
    }

    private Location place(String fileName) {
        return Location.of(folder.file(fileName).toString());
    }
}
