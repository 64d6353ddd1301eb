package dev.palindrome.adapters.files.flyway;

import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that follows Flyway's grammar.
 *
 * @param name what its name says
 * @param folder the folder it is in
 * @param fileName its name
 * @param isConfigured whether it has a configuration of its own beside it
 */
record FlywayFile(FlywayName name, MigrationFolder folder, String fileName, boolean isConfigured) {

    /**
     * {@return the migration's id: its version, or what is made of its description}
     *
     * @throws ProblemException if that can't be an id
     */
    MigrationId id() {
        try {
            return name.version().map(FlywayVersion::id).orElseGet(() -> FlywayReader.repeatableId(name.description()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.error(
                            ProblemCodes.MIGRATION_MALFORMED,
                            "The name '" + fileName + "' gives the migration no id. " + e.getMessage()
                                    + ". Rename the file.")
                    .at(place()));
        }
    }

    Path path() {
        return folder.file(fileName);
    }

    Location place() {
        return Location.of(path().toString());
    }

    SourceFile source() {
        return SourceFile.read(folder, fileName);
    }

    /** {@return what its own configuration says, if it has one} */
    ScriptConfiguration configuration() {
        return isConfigured
                ? ScriptConfiguration.read(
                        SourceFile.read(folder, configurationName()),
                        folder.settings().environment())
                : ScriptConfiguration.NONE;
    }

    /** {@return the file, and its own configuration if it has one} */
    List<Path> paths() {
        List<Path> paths = new ArrayList<>(List.of(path()));
        if (isConfigured) {
            paths.add(folder.file(configurationName()));
        }
        return paths;
    }

    private String configurationName() {
        return configurationOf(fileName);
    }

    /** {@return the name of a script's own configuration} */
    static String configurationOf(String fileName) {
        return fileName + ".conf";
    }
}
