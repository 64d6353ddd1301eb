package dev.palindrome.adapters.files;

import dev.palindrome.adapters.files.SectionReader.Halves;
import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Reversal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the one or two files that share an id, once each, and makes a migration of them. */
final class PalindromeReader {
    private final MigrationFolder folder;
    private final YamlFiles yaml;
    private final List<Problem> problems;

    PalindromeReader(MigrationFolder folder, YamlFiles yaml, List<Problem> problems) {
        this.folder = folder;
        this.yaml = yaml;
        this.problems = problems;
    }

    /**
     * Makes a migration.
     *
     * @param names the files that have one id, at least one
     * @return the migration; empty, or incomplete, if problems were added
     */
    Optional<Migration> read(List<PalindromeName> names) {
        try {
            return names.size() == 1 && names.get(0).half().isEmpty() ? one(names.get(0)) : pair(names);
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private Optional<Migration> one(PalindromeName name) {
        if (FileNames.isYaml(name.fileName())) {
            return yaml.migration(name, problems);
        }
        return migration(name, sections(name).bothHalves(header()), List.of(folder.file(name.fileName())));
    }

    private Optional<Migration> pair(List<PalindromeName> names) {
        Map<Half, PalindromeName> halves = halves(names);
        PalindromeName first = names.get(0);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        PalindromeName forwards = halves.get(Half.FORWARDS);
        PalindromeName backwards = halves.get(Half.BACKWARDS);
        if (forwards == null) {
            problem(
                    ProblemCodes.MIGRATION_FORWARDS_MISSING,
                    "Migration '" + first.id() + "' has only a backwards file, '" + first.fileName() + "'. Add '"
                            + first.counterpart() + "', or remove this file.",
                    place(first));
            return Optional.empty();
        }
        Halves read = sections(forwards).forwardsFile(header());
        if (backwards == null) {
            return migration(forwards, read, List.of(folder.file(forwards.fileName())));
        }
        Reversal reversal = sections(backwards).backwardsFile();
        return migration(
                forwards,
                new Halves(read.header(), read.forwards(), reversal),
                List.of(folder.file(forwards.fileName()), folder.file(backwards.fileName())));
    }

    /** {@return the file of each half; problems are added if the files are more than a pair, or none} */
    private Map<Half, PalindromeName> halves(List<PalindromeName> names) {
        Map<Half, PalindromeName> halves = new EnumMap<>(Half.class);
        PalindromeName first = names.get(0);
        first.half().ifPresent(half -> halves.put(half, first));
        for (PalindromeName name : names.subList(1, names.size())) {
            PalindromeName rival =
                    name.half().map(half -> halves.putIfAbsent(half, name)).orElse(null);
            if (rival != null) {
                duplicate(rival, name);
            } else if (first.half().isEmpty()
                    || name.half().isEmpty()
                    || !name.id().equals(first.id())) {
                duplicate(first, name);
            }
        }
        return halves;
    }

    private void duplicate(PalindromeName first, PalindromeName second) {
        String files = "'" + first.fileName() + "' and '" + second.fileName() + "'";
        boolean wholeAndHalf = first.half().isPresent() != second.half().isPresent();
        problem(
                ProblemCodes.MIGRATION_DUPLICATE,
                first.id().equals(second.id())
                        ? files + " both have the migration id '" + first.id() + "'. "
                                + (wholeAndHalf
                                        ? "A migration is one file, or a pair that ends in '.forwards.sql' and"
                                                + " '.backwards.sql'. Rename one of them."
                                        : "Give one of them another id.")
                        : files + " have ids that differ in leading zeros only, '" + first.id() + "' and '"
                                + second.id() + "'. Give one of them another number.",
                place(second));
    }

    private Optional<Migration> migration(PalindromeName name, Halves halves, List<Path> files) {
        Migration.Builder builder = Migration.id(name.id().value())
                .description(name.description())
                .location(new Location(place(name).source(), 1))
                .reversal(halves.reversal())
                .files(files);
        halves.header().applyTo(builder);
        if (!halves.forwards().isEmpty()) {
            builder.forwards(halves.forwards());
        } else if (!halves.header().isFake() && problems.isEmpty()) {
            problem(
                    ProblemCodes.MIGRATION_FORWARDS_MISSING,
                    "Migration '" + name.id() + "' has no SQL to go forwards with. Write it "
                            + (name.half().isPresent() ? "into this file" : "below the line '-- forwards'")
                            + ", or let the header say fake=true if the migration is only to be recorded.",
                    halves.forwards().location());
        }
        return Optional.of(builder.build());
    }

    private SectionReader sections(PalindromeName name) {
        return new SectionReader(folder.text(name.fileName()), place(name).source(), problems);
    }

    private HeaderReader header() {
        return new HeaderReader(folder.appName(), problems);
    }

    private Location place(PalindromeName name) {
        return Location.of(folder.file(name.fileName()).toString());
    }

    private void problem(Problem.Code code, String message, Location place) {
        problems.add(Problem.error(code, message).at(place));
    }
}
