package dev.palindrome.adapters.files.diesel;

import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.Reversals;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a folder of Diesel: each folder in it that isn't empty is a migration. Reads each file once. */
final class DieselReader {
    static final String UP = "up.sql";
    static final String DOWN = "down.sql";

    private final MigrationFolder folder;
    private final Findings findings = new Findings();
    private final List<Migration> migrations = new ArrayList<>();

    DieselReader(MigrationFolder folder) {
        this.folder = folder;
    }

    Contents read() {
        warnOfIgnored(folder, Set.of());
        names().values().forEach(name -> findings.collect(() -> read(name)));
        return new Contents(migrations, findings.list());
    }

    private SortedMap<String, DieselName> names() {
        SortedMap<String, DieselName> names = new TreeMap<>();
        for (String folderName : folder.subfolderNames()) {
            DieselName name = DieselName.parse(folderName);
            if (isEmpty(folderName)) {
                continue;
            }
            DieselName other = names.putIfAbsent(name.version(), name);
            if (other != null) {
                findings.error(
                        ProblemCodes.MIGRATION_DUPLICATE,
                        "'" + other.folderName() + "' and '" + folderName + "' both have the version '" + name.version()
                                + "', since dashes don't count. Give one of them another.",
                        Location.of(folder.file(folderName).toString()));
            }
        }
        return names;
    }

    private boolean isEmpty(String folderName) {
        MigrationFolder migration = folder.subfolder(folderName);
        return migration.fileNames().isEmpty() && migration.subfolderNames().isEmpty();
    }

    private void read(DieselName name) {
        MigrationFolder files = folder.subfolder(name.folderName());
        Location place = Location.of(files.path().toString());
        warnOfIgnored(files, Set.of(UP, DOWN));
        if (!files.fileNames().contains(UP)) {
            findings.error(
                    ProblemCodes.MIGRATION_FORWARDS_MISSING,
                    "The folder '" + name.folderName() + "' has no '" + UP + "'. Add one, or remove the folder.",
                    place);
            return;
        }
        MigrationId id;
        try {
            id = name.id();
        } catch (IllegalArgumentException e) {
            findings.error(
                    ProblemCodes.MIGRATION_MALFORMED,
                    "The name '" + name.folderName() + "' doesn't begin with a version. " + e.getMessage()
                            + ". Rename the folder to VERSION_NAME.",
                    place);
            return;
        }
        migrations.add(migration(name, id, files));
    }

    private Migration migration(DieselName name, MigrationId id, MigrationFolder files) {
        SqlScript up = script(files, UP);
        if (up.isEmpty()) {
            warnOfNothing(name, up);
        }
        Migration.Builder builder = Migration.id(id.value())
                .description(name.description())
                .location(up.location())
                .forwards(up)
                .reversal(reversal(files, up))
                .files(files.fileNames().stream()
                        .filter(Set.of(UP, DOWN, Metadata.FILE)::contains)
                        .map(files::file)
                        .toList());
        boolean transactional = !files.fileNames().contains(Metadata.FILE)
                || Metadata.isTransactional(SourceFile.read(files, Metadata.FILE), findings);
        return transactional ? builder.build() : builder.withoutTransaction().build();
    }

    private void warnOfNothing(DieselName name, SqlScript up) {
        if (up.text().isEmpty()) {
            findings.warning(
                    DieselCodes.EMPTY_FILE,
                    "'" + UP + "' of '" + name.folderName()
                            + "' has no content, and Diesel refuses to run it. Write into it"
                            + " what the migration changes, or a comment if it is a place holder.",
                    up.location());
        } else {
            findings.warning(
                    ProblemCodes.MIGRATION_FORWARDS_MISSING,
                    "'" + name.folderName() + "' runs nothing: its '" + UP
                            + "' holds no SQL. Add some, unless it is meant as" + " a place holder.",
                    Location.of(up.location().source()));
        }
    }

    /** What runs nothing has nothing to reverse. */
    private static Reversal reversal(MigrationFolder files, SqlScript up) {
        String path = files.file(DOWN).toString();
        Optional<SqlScript> down =
                files.fileNames().contains(DOWN) ? Optional.of(script(files, DOWN)) : Optional.empty();
        if (down.filter(script -> !script.isEmpty()).isPresent()) {
            return new Reversal.Given(List.of(down.get()));
        }
        if (up.isEmpty()) {
            return new Reversal.NotNeeded();
        }
        return down.isPresent()
                ? Reversals.empty(files.settings(), path + " holds no SQL")
                : new Reversal.Absent("there is no file " + path);
    }

    private static SqlScript script(MigrationFolder files, String fileName) {
        return SourceFile.read(files, fileName).whole();
    }

    private void warnOfIgnored(MigrationFolder files, Set<String> known) {
        for (String fileName : files.fileNames()) {
            if (FileNames.isSql(fileName) && !known.contains(fileName)) {
                findings.warning(
                        DieselCodes.IGNORED_FILE,
                        "'" + fileName + "' is ignored, as Diesel ignores it: a migration is a folder with '" + UP
                                + "' and '" + DOWN + "' in it. Rename or move the file.",
                        Location.of(files.file(fileName).toString()));
            }
        }
    }
}
