package dev.palindrome.adapters.files;

import dev.palindrome.adapters.files.yaml.YamlMigration;
import dev.palindrome.adapters.files.yaml.YamlReader;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The YAML files of one folder, each read once. */
final class YamlFiles {
    private final MigrationFolder folder;
    private final YamlReader reader;
    private final Map<String, YamlMigration> byFileName = new HashMap<>();

    YamlFiles(MigrationFolder folder) {
        this.folder = folder;
        this.reader = new YamlReader(folder.appName());
    }

    /**
     * Reads a file.
     *
     * @param fileName its name
     * @return what the name says, with the id that the file gives itself
     * @throws ProblemException if the name is none of ours; then it has the file's other problems, too
     */
    PalindromeName read(String fileName) {
        String source = folder.file(fileName).toString();
        YamlMigration read = reader.read(folder.text(fileName), source);
        byFileName.put(fileName, read);
        try {
            return read.id().isPresent()
                    ? PalindromeName.parseYaml(fileName, read.id().get(), read.idPlace())
                    : PalindromeName.parseYaml(fileName, Location.of(source));
        } catch (ProblemException e) {
            List<Problem> problems = new ArrayList<>(e.problems());
            problems.addAll(read.problems());
            throw new ProblemException(problems);
        }
    }

    /**
     * Makes a migration of a file that was read.
     *
     * @param name what {@link #read} returned
     * @param problems gets what is wrong
     * @return the migration; incomplete, if problems were added
     */
    Optional<Migration> migration(PalindromeName name, List<Problem> problems) {
        YamlMigration read =
                Optional.ofNullable(byFileName.get(name.fileName())).orElseThrow();
        problems.addAll(read.problems());
        Migration.Builder builder = Migration.id(name.id().value())
                .description(read.description().orElse(name.description()))
                .location(new Location(folder.file(name.fileName()).toString(), 1))
                .forwards(read.operations().toArray(Operation[]::new))
                .files(List.of(folder.file(name.fileName())));
        read.dependsOn()
                .forEach(ref -> builder.dependsOn(ref.appName(), ref.id().value()));
        if (read.isFake()) {
            builder.fake();
        }
        if (!read.isTransactional()) {
            builder.withoutTransaction();
        }
        if (read.operations().isEmpty() && !read.isFake() && problems.isEmpty()) {
            problems.add(Problem.error(
                            ProblemCodes.MIGRATION_FORWARDS_MISSING,
                            "Migration '" + name.id() + "' has no operations to go forwards with. Write them below"
                                    + " 'operations:', or write 'fake: true' if the migration is only to be recorded.")
                    .at(read.operationsPlace()));
        }
        return Optional.of(builder.build());
    }
}
