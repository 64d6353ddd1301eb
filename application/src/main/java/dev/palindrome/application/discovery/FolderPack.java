package dev.palindrome.application.discovery;

import dev.palindrome.application.configuration.PackSource;
import dev.palindrome.domain.app.App;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of migration files as a pack, for whoever takes packs, such as the testkit. Read as the engine reads it, with its
 * {@code pack.yaml}; the apps that it depends on are packs of their own.
 *
 * <pre>{@code
 * final class Shop extends FolderPack {
 *     Shop() {
 *         super("shop", Path.of("db/shop"));
 *     }
 * }
 * }</pre>
 */
public class FolderPack implements MigrationPack {
    private final App app;

    /**
     * Reads the folder.
     *
     * @param appName the app's name
     * @param folder the folder; a relative one stands in the process's own
     * @throws ProblemException if it can't be read, with all that is wrong
     */
    public FolderPack(String appName, Path folder) {
        FolderPacks packs = new FolderPacks(
                FolderPacks.formats(FolderPack.class.getClassLoader()).found(), Optional::empty);
        packs.read(new PackSource(Optional.of(appName), folder, Optional.empty()));
        this.app = packs.apps().iterator().next();
        List<Problem> errors = app.problems().stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(errors);
        }
    }

    @Override
    public final String appName() {
        return app.name();
    }

    @Override
    public final Set<String> dependsOn() {
        return app.dependsOn();
    }

    @Override
    public final List<Migration> migrations() {
        return app.migrations();
    }
}
