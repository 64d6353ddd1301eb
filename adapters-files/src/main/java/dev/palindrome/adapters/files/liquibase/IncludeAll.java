package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.List;
import java.util.Locale;

/**
 * Which files of a folder an {@code includeAll} means.
 *
 * @param minDepth how deep a file is at least; those in the folder itself are 1 deep
 * @param maxDepth how deep a file is at most
 * @param ending how its name ends, in any case
 */
record IncludeAll(int minDepth, int maxDepth, String ending) {

    /** Reads an entry; throws a {@link ProblemException} if a depth is none. */
    static IncludeAll of(ChangelogEntry entry) {
        return new IncludeAll(
                depth(entry, "minDepth", 0),
                depth(entry, "maxDepth", Integer.MAX_VALUE),
                entry.attribute("endsWithFilter").strip().toLowerCase(Locale.ROOT));
    }

    private static int depth(ChangelogEntry entry, String name, int unlessSaid) {
        String written = entry.attribute(name).strip();
        if (written.isEmpty()) {
            return unlessSaid;
        }
        if (!written.matches("\\d{1,9}")) {
            throw new ProblemException(Problem.error(
                            LiquibaseCodes.CHANGELOG,
                            "The " + name + " of the includeAll of '" + entry.attribute("path") + "' is '" + written
                                    + "', which is no depth. Write a number, of which 1 is the folder itself.")
                    .at(entry.place()));
        }
        return Integer.parseInt(written);
    }

    /** {@return those of the files that are meant} */
    List<String> chosen(String folder, List<String> files) {
        int own = folder.isEmpty() ? 0 : slashes(folder) + 1;
        return files.stream()
                .filter(file -> file.toLowerCase(Locale.ROOT).endsWith(ending))
                .filter(file -> {
                    int depth = slashes(file) - own + 1;
                    return minDepth <= depth && depth <= maxDepth;
                })
                .toList();
    }

    private static int slashes(String path) {
        return (int) path.chars().filter(character -> character == '/').count();
    }
}
