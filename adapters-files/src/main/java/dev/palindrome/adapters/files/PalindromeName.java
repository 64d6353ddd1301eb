package dev.palindrome.adapters.files;

import dev.palindrome.adapters.files.golangmigrate.GolangMigrateFormat;
import dev.palindrome.adapters.files.source.Digits;
import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.NearestName;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the name of one of our own files says: {@code ID__description.sql} or {@code .yaml}, or {@code
 * ID__description.forwards.sql} and {@code ID__description.backwards.sql}. The id is what stands before the first two low lines; without them the name has no
 * description. Letters with accents are composed (NFC), so that an id is the same on every file system.
 *
 * @param fileName the name as the folder lists it
 * @param id the migration's id
 * @param description what follows the id, with blanks for low lines; may be empty
 * @param half which half the file holds; empty if both
 */
record PalindromeName(String fileName, MigrationId id, String description, Optional<Half> half) {
    private static final Pattern CLOCK_ID = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-\\d{6}");
    private static final Set<String> FOREIGN_HALVES = Set.of("up", "down", "do", "undo", "rollback", "revert");
    private static final Pattern FLYWAY_UNDO = Pattern.compile("U[0-9][0-9._]*__.*");
    private static final Pattern FLYWAY =
            Pattern.compile("(?:[VUB][0-9][0-9._]*|[RU]|(?:before|after)[A-Z][A-Za-z]*|createSchema)__.*");

    /**
     * Says whether a file is ours, without doubt: it has two low lines, or an id of the clock, or names its half. Not ours are
     * the names of golang-migrate and those of Flyway ({@code V1__a.sql}).
     */
    static boolean isTypical(String fileName) {
        if (!(FileNames.isSql(fileName) || FileNames.isYaml(fileName))
                || isForeignHalf(fileName)
                || FLYWAY.matcher(fileName).matches()) {
            return false;
        }
        String stem = stem(fileName);
        return stem.indexOf("__") > 0
                || CLOCK_ID.matcher(stem).matches()
                || (FileNames.isSql(fileName) && half(stem).isPresent());
    }

    /**
     * Reads the name of an SQL file.
     *
     * @param fileName its name
     * @param place where the file is, for problems
     * @return what it says
     * @throws ProblemException if the name is none of ours
     */
    static PalindromeName parse(String fileName, Location place) {
        String stem = stem(fileName);
        if (isForeignHalf(fileName)) {
            throw malformed(
                    "'" + fileName
                            + "' is named like half of a migration of another tool. Read the folder in that tool's"
                            + " format with --format, or rename the file to end in '.forwards.sql' or '.backwards.sql'.",
                    place);
        }
        Optional<Half> half = half(stem);
        if (half.isEmpty()) {
            refuseNearMiss(fileName, stem, place);
        }
        String whole = half.map(h -> stem.substring(0, stem.length() - h.word().length() - 1))
                .orElse(stem);
        return named(fileName, whole, half, place);
    }

    /**
     * Reads the name of a YAML file that gives itself no id. It holds both halves.
     *
     * @param fileName its name
     * @param place where the file is, for problems
     * @return what it says
     * @throws ProblemException if the name is none of ours
     */
    static PalindromeName parseYaml(String fileName, Location place) {
        String last = lastPart(stem(fileName));
        if (FOREIGN_HALVES.contains(last)
                || Arrays.stream(Half.values()).anyMatch(half -> NearestName.isNear(last, half.word()))) {
            throw malformed(
                    "'" + fileName + "' is named like half of a migration, but one in YAML is always whole. Rename the"
                            + " file to ID__description.yaml.",
                    place);
        }
        return named(fileName, stem(fileName), Optional.empty(), place);
    }

    /**
     * Reads the name of a YAML file that gives itself an id. A name with two low lines, or one that begins with a digit, has an
     * id too, and that must be the same; any other name is free.
     *
     * @param fileName its name
     * @param id what the file says
     * @param place where it says so, for problems
     * @return what both say
     * @throws ProblemException if the name is none of ours, or if the two differ
     */
    static PalindromeName parseYaml(String fileName, String id, Location place) {
        PalindromeName parsed = parseYaml(fileName, place);
        boolean isFree = stem(fileName).indexOf("__") < 0 && !Digits.isDigit(fileName.charAt(0));
        if (!isFree && !parsed.id().value().equals(id)) {
            throw malformed(
                    "The id is '" + id + "' here and '" + parsed.id() + "' in the file's name, '" + fileName
                            + "'. Make them agree, or leave one out.",
                    place);
        }
        try {
            return new PalindromeName(fileName, new MigrationId(id), parsed.description(), Optional.empty());
        } catch (IllegalArgumentException e) {
            throw malformed("'" + id + "' is no id for a migration. " + e.getMessage() + ". Write another.", place);
        }
    }

    private static PalindromeName named(String fileName, String written, Optional<Half> half, Location place) {
        String whole = Normalizer.normalize(written, Normalizer.Form.NFC);
        int gap = whole.indexOf("__");
        try {
            return new PalindromeName(
                    fileName,
                    new MigrationId(gap < 0 ? whole : whole.substring(0, gap)),
                    gap < 0 ? "" : whole.substring(gap).replace('_', ' ').strip(),
                    half);
        } catch (IllegalArgumentException e) {
            throw malformed(
                    "The name '" + fileName + "' doesn't begin with a migration's id. " + e.getMessage()
                            + ". Rename the file to ID__description" + fileName.substring(fileName.lastIndexOf('.'))
                            + ".",
                    place);
        }
    }

    private static void refuseNearMiss(String fileName, String stem, Location place) {
        for (Half half : Half.values()) {
            if (NearestName.isNear(lastPart(stem), half.word())) {
                throw malformed(
                        "'" + fileName + "' is named almost like half of a pair. Rename it to end in '." + half.word()
                                + ".sql'.",
                        place);
            }
        }
    }

    /** {@return the name that the other half of the pair would have} */
    String counterpart() {
        Half mine = half.orElseThrow();
        String stem = stem(fileName);
        return stem.substring(0, stem.length() - mine.word().length())
                + mine.other().word() + ".sql";
    }

    /** {@return whether another tool would take the file for half of a migration: reading it as a whole could run an undo} */
    private static boolean isForeignHalf(String fileName) {
        return FOREIGN_HALVES.contains(lastPart(stem(fileName)))
                || FLYWAY_UNDO.matcher(fileName).matches()
                || GolangMigrateFormat.isHalf(fileName);
    }

    private static String stem(String fileName) {
        return fileName.substring(0, fileName.lastIndexOf('.'));
    }

    private static Optional<Half> half(String stem) {
        String last = lastPart(stem);
        for (Half half : Half.values()) {
            if (last.equals(half.word())) {
                return Optional.of(half);
            }
        }
        return Optional.empty();
    }

    private static String lastPart(String stem) {
        int dot = stem.lastIndexOf('.');
        return dot < 0 ? "" : stem.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static ProblemException malformed(String message, Location place) {
        return new ProblemException(
                Problem.error(ProblemCodes.MIGRATION_MALFORMED, message).at(place));
    }
}
