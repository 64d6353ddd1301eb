package dev.palindrome.domain.app;

import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFormat;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Problem;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A named series of migrations.
 *
 * @param name what users call it
 * @param dependsOn the apps that go forwards before it
 * @param migrations in the order in which they go forwards, which is as given but for the repeatable ones, which go last
 * @param version the pack's version, if it has one
 * @param origin the jar or folder that provides it
 * @param folder the folder that new migrations can be written to, if it comes from one
 * @param problems what is wrong with its pack; an app with errors takes part in no plan
 */
public record App(
        String name,
        Set<String> dependsOn,
        List<Migration> migrations,
        Optional<String> version,
        Location origin,
        Optional<Folder> folder,
        List<Problem> problems) {
    /** The word by which users mean every app. */
    public static final String ALL = "all";

    public App {
        dependsOn = Set.copyOf(dependsOn);
        migrations = migrations.stream()
                .sorted(Comparator.comparing(Migration::isRepeatable))
                .toList();
        problems = List.copyOf(problems);
    }

    /** {@return the migration of that id, if this app has it} */
    public Optional<Migration> find(MigrationId id) {
        return migrations.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** {@return the migration of that id in this app, as a dependency would name it} */
    public MigrationRef ref(MigrationId id) {
        return new MigrationRef(name, id);
    }

    App with(List<Migration> kept, List<Problem> found) {
        return new App(name, dependsOn, kept, version, origin, folder, found);
    }

    /**
     * A folder of migration files and how it is written.
     *
     * @param path where it is
     * @param format how its files are read and drafted
     * @param settings what the format was told besides
     */
    public record Folder(Path path, MigrationFormat format, FormatSettings settings) {}
}
