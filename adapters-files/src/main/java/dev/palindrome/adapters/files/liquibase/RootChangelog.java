package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.adapters.files.source.FolderFiles;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The changelog that orders the files: the one that the setting {@code changelog} names, else the only one in the folder itself
 * that no other includes.
 */
final class RootChangelog {
    /** What stands round the name of a file in XML, YAML and JSON. */
    private static final Pattern WORD_END = Pattern.compile("[\"'<>{}\\[\\],/\\\\:\r\n]|\\s#");

    private final MigrationFolder folder;

    RootChangelog(MigrationFolder folder) {
        this.folder = folder;
    }

    /** {@return its path; empty if there is none} */
    Optional<String> path() {
        Optional<String> named = folder.settings().value("changelog");
        return named.isPresent() ? Optional.of(named(named.get())) : only(candidates(folder));
    }

    private String named(String path) {
        if (!new FolderFiles(folder).has(path)) {
            throw new ProblemException(Problem.error(
                            LiquibaseCodes.CHANGELOG,
                            "The setting 'changelog' names '" + path + "', which isn't in this folder. Correct it.")
                    .at(Location.of(folder.path().toString())));
        }
        return path;
    }

    /** {@return the files of a folder that are changelogs in XML, YAML or JSON} */
    static List<String> candidates(MigrationFolder folder) {
        return folder.fileNames().stream()
                .filter(ChangelogFile::isNamed)
                .filter(name -> ChangelogFile.is(folder.text(name)))
                .toList();
    }

    private Optional<String> only(List<String> candidates) {
        Set<String> included = new HashSet<>();
        for (String name : candidates) {
            WORD_END.splitAsStream(folder.text(name))
                    .map(String::strip)
                    .filter(word -> !word.equals(name))
                    .forEach(included::add);
        }
        List<String> roots =
                candidates.stream().filter(name -> !included.contains(name)).toList();
        if (roots.size() > 1 || (roots.isEmpty() && !candidates.isEmpty())) {
            throw new ProblemException(Problem.error(
                            LiquibaseCodes.ORDER,
                            "The folder has several changelogs, and none that includes the others: "
                                    + String.join(", ", candidates)
                                    + ". Say which is the root with the setting 'changelog'.")
                    .at(Location.of(folder.path().toString())));
        }
        return roots.stream().findFirst();
    }
}
