package dev.palindrome.adapters.files.dbmate;

import dev.palindrome.adapters.files.dbmate.DbmateParser.Section;
import dev.palindrome.adapters.files.dbmate.Marker.Half;
import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.Reversals;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a folder of dbmate: finds the migrations by their names, then reads each file once. */
final class DbmateReader {
    private final MigrationFolder folder;
    private final Findings findings = new Findings();
    private final List<Migration> migrations = new ArrayList<>();

    DbmateReader(MigrationFolder folder) {
        this.folder = folder;
    }

    Contents read() {
        List<DbmateName> names = names();
        warnOfOrder(names);
        names.forEach(name -> findings.collect(() -> migrations.add(migration(name))));
        return new Contents(migrations, findings.list());
    }

    /** {@return the migrations in the order of their names, which is dbmate's} */
    private List<DbmateName> names() {
        List<DbmateName> names = new ArrayList<>();
        Map<MigrationId, DbmateName> byVersion = new HashMap<>();
        for (String fileName : folder.fileNames()) {
            Optional<DbmateName> name = DbmateName.parse(fileName);
            if (name.isPresent()) {
                DbmateName other = byVersion.putIfAbsent(name.get().version(), name.get());
                if (other == null) {
                    names.add(name.get());
                } else {
                    findings.error(
                            ProblemCodes.MIGRATION_DUPLICATE,
                            "'" + other.fileName() + "' and '" + fileName + "' both have the version " + other.version()
                                    + ". Give one of them another.",
                            place(fileName));
                }
            } else if (FileNames.isSql(fileName)) {
                findings.warning(
                        DbmateCodes.IGNORED_FILE,
                        "'" + fileName
                                + "' is ignored, as dbmate ignores it: the name doesn't begin with digits and end"
                                + " with '.sql'. Rename it, or move it out of the folder.",
                        place(fileName));
            }
        }
        return names;
    }

    private void warnOfOrder(List<DbmateName> names) {
        for (int i = 1; i < names.size(); i++) {
            DbmateName before = names.get(i - 1);
            DbmateName name = names.get(i);
            if (before.number().compareTo(name.number()) > 0) {
                findings.warning(
                        DbmateCodes.ORDER,
                        "'" + before.fileName() + "' goes before '" + name.fileName()
                                + "', since dbmate sorts names as texts and not by number. Give all versions as many"
                                + " digits.",
                        place(name.fileName()));
            }
        }
    }

    private Migration migration(DbmateName name) {
        SourceFile file = SourceFile.read(folder, name.fileName());
        List<Section> sections = new DbmateParser(file, findings).read();
        Migration.Builder builder = Migration.id(name.version().value())
                .description(name.description())
                .location(new Location(file.name(), 1))
                .reversal(reversal(file, sections))
                .files(List.of(folder.file(name.fileName())));
        for (Section section : sections) {
            if (!section.up().isEmpty()) {
                builder.forwards(section.up());
            }
            if (!section.upMarker().isTransactional()) {
                builder.withoutTransaction(Direction.FORWARDS);
            }
            if (!section.downMarker().isTransactional()) {
                builder.withoutTransaction(Direction.BACKWARDS);
            }
        }
        warn(name, file, sections);
        return builder.build();
    }

    private void warn(DbmateName name, SourceFile file, List<Section> sections) {
        if (sections.stream().allMatch(section -> section.up().isEmpty())) {
            findings.warning(
                    ProblemCodes.MIGRATION_FORWARDS_MISSING,
                    "Version " + name.version() + " runs nothing: '" + name.fileName() + "' holds no SQL below "
                            + Half.UP + ". Add some, unless the version is meant as a place holder.",
                    file.place());
        }
        if (sections.size() > 1) {
            findings.warning(
                    DbmateCodes.SECTIONS,
                    "'" + name.fileName() + "' has " + sections.size()
                            + " sections. They are one migration here, and the last"
                            + " is reversed first; dbmate records each of them, and reverses the first one first. Give each"
                            + " a file of its own.",
                    file.at(sections.get(1).upMarker().line()));
        }
    }

    /** The sections are reversed from the last to the first; one that can't be makes the whole irreversible. */
    private Reversal reversal(SourceFile file, List<Section> sections) {
        List<Operation> operations = new ArrayList<>();
        for (Section section : sections) {
            if (!section.down().isEmpty()) {
                operations.add(0, section.down());
            } else if (!section.up().isEmpty()) {
                Reversal empty = Reversals.empty(
                        folder.settings(),
                        "the section " + Half.DOWN + " of "
                                + file.at(section.downMarker().line()) + " holds no SQL");
                if (empty instanceof Reversal.Absent) {
                    return empty;
                }
            }
        }
        return operations.isEmpty() ? new Reversal.NotNeeded() : new Reversal.Given(operations);
    }

    private Location place(String fileName) {
        return Location.of(folder.file(fileName).toString());
    }
}
