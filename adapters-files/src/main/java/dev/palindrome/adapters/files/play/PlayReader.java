package dev.palindrome.adapters.files.play;

import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.Reversals;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Reversal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a folder of evolutions: 1, 2, 3 and so on without a gap. Reads each file once. */
final class PlayReader {
    private final MigrationFolder folder;
    private final Findings findings = new Findings();
    private final List<Migration> migrations = new ArrayList<>();

    PlayReader(MigrationFolder folder) {
        this.folder = folder;
    }

    Contents read() {
        long next = 1;
        for (PlayName name : names().values()) {
            if (name.number() != next) {
                findings.error(
                        PlayCodes.GAP,
                        "There is no evolution " + next + ", so Play reads neither '" + name.fileName()
                                + "' nor what follows it. Add '" + next + ".sql', or number them without a gap.",
                        place(name.fileName()));
                break;
            }
            findings.collect(() -> migrations.add(migration(name)));
            next++;
        }
        return new Contents(migrations, findings.list());
    }

    /** {@return the evolutions by number; of several spellings of a number the one with the fewest zeros} */
    private SortedMap<Long, PlayName> names() {
        SortedMap<Long, PlayName> names = new TreeMap<>();
        List<String> fileNames = folder.fileNames().stream()
                .sorted(Comparator.comparingInt(String::length))
                .toList();
        for (String fileName : fileNames) {
            Optional<PlayName> name = PlayName.parse(fileName);
            PlayName other = name.map(n -> names.putIfAbsent(n.number(), n)).orElse(null);
            if (other != null) {
                ignored(fileName, "'" + other.fileName() + "' has the same number and fewer zeros");
            } else if (name.isEmpty() && FileNames.isSql(fileName)) {
                ignored(fileName, "the name is not a number from 1 on and '.sql'");
            }
        }
        return names;
    }

    private void ignored(String fileName, String cause) {
        findings.warning(
                PlayCodes.IGNORED_FILE,
                "'" + fileName + "' is ignored, as Play ignores it: " + cause
                        + ". Rename it, or move it out of the folder.",
                place(fileName));
    }

    private Migration migration(PlayName name) {
        SourceFile file = SourceFile.read(folder, name.fileName());
        Evolution evolution = Evolution.of(file);
        check(name, file, evolution);
        return migration(name.id().value(), evolution, file.name(), folder.settings(), findings)
                .files(List.of(folder.file(name.fileName())))
                .build();
    }

    private void check(PlayName name, SourceFile file, Evolution evolution) {
        if (!evolution.hasMarkers()) {
            throw problem(
                    ProblemCodes.MIGRATION_FORWARDS_MISSING,
                    "'" + name.fileName()
                            + "' has no line '-- !Ups', and Play drops what stands above it. Put one above the"
                            + " SQL.",
                    file.place());
        }
        evolution.preamble().stream()
                .filter(line -> !line.content().isEmpty() && !line.content().matches("(?:--|#).*"))
                .findFirst()
                .ifPresent(line -> {
                    throw problem(
                            PlayCodes.DROPPED_TEXT,
                            "Play drops what stands above the first marker. Move it below a line '-- !Ups', or remove it.",
                            file.at(line));
                });
        if (evolution.ups().stream().allMatch(line -> line.content().isEmpty())) {
            findings.warning(
                    ProblemCodes.MIGRATION_FORWARDS_MISSING,
                    "Evolution " + name.number() + " runs nothing: '" + name.fileName()
                            + "' holds no SQL below '-- !Ups'." + " Add some, unless it is meant as a place holder.",
                    file.place());
        }
    }

    private static ProblemException problem(Problem.Code code, String message, Location place) {
        return new ProblemException(Problem.error(code, message).at(place));
    }

    /**
     * Makes a migration of an evolution.
     *
     * @param id its id
     * @param evolution what is in it
     * @param source where it stands
     * @param settings the pack's: values of substitutions, and what an empty reversal means
     * @param findings gets what is wrong
     * @return the migration, which may still get files
     */
    static Migration.Builder migration(
            String id, Evolution evolution, String source, FormatSettings settings, Findings findings) {
        List<Operation> ups = Pieces.of(evolution.ups(), source, settings.values(), findings);
        List<Operation> downs = Pieces.of(evolution.downs(), source, settings.values(), findings);
        return Migration.id(id)
                .description(evolution.description().replace("\0", ""))
                .location(new Location(source, 1))
                .forwards(ups.toArray(Operation[]::new))
                .reversal(reversal(evolution, source, settings, ups, downs));
    }

    /** What runs nothing has nothing to reverse. */
    private static Reversal reversal(
            Evolution evolution, String source, FormatSettings settings, List<Operation> ups, List<Operation> downs) {
        if (!downs.isEmpty()) {
            return new Reversal.Given(downs);
        }
        if (ups.isEmpty()) {
            return new Reversal.NotNeeded();
        }
        Optional<Line> marker = evolution.downs().stream().findFirst();
        return marker.map(line -> Reversals.empty(
                        settings, "the section '!Downs' of " + new Location(source, line.number()) + " holds no SQL"))
                .orElseGet(() -> new Reversal.Absent(source + " has no section '!Downs'"));
    }

    private Location place(String fileName) {
        return Location.of(folder.file(fileName).toString());
    }
}
