package dev.palindrome.application.discovery;

import dev.palindrome.application.configuration.Configuration;
import dev.palindrome.application.configuration.ConfigurationCodes;
import dev.palindrome.application.configuration.PackSource;
import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationFormat;
import dev.palindrome.spi.MigrationPack;
import dev.palindrome.spi.Problem;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that was found on the class path, in the jars and in the folders that the user named. Packs and adapters are
 * looked for when they are first asked for, each once.
 */
public final class Discovery implements AutoCloseable {
    private final Configuration configuration;
    private final Supplier<Optional<String>> database;
    private final List<MigrationPack> given;
    private final PluginClassPath classPath;
    private final Once<Providers<DatabaseAdapter>> adapters = new Once<>(this::loadAdapters);
    private final Once<Providers<MigrationFormat>> formats = new Once<>(this::loadFormats);
    private final Once<Providers<ForeignHistory>> histories = new Once<>(this::loadHistories);
    private final Once<Packs> packs = new Once<>(this::loadPacks);

    /**
     * A discovery of what is configured.
     *
     * @param database the name of the adapter of the database that is meant, if one is; asked only when a format asks
     * @param given packs that the embedding program hands over
     * @throws dev.palindrome.spi.ProblemException if a configured path isn't there
     */
    public Discovery(Configuration configuration, Supplier<Optional<String>> database, List<MigrationPack> given) {
        this.configuration = configuration;
        this.database = database;
        this.given = given;
        this.classPath = PluginClassPath.open(configuration.packs(), configuration.pluginFolders());
    }

    /** {@return the apps of all packs, checked and in order} */
    public Apps apps() {
        return packs.get().apps();
    }

    /** {@return the packs, in no particular order} */
    public List<PackInfo> packs() {
        return packs.get().infos();
    }

    /**
     * Makes sure that a new migration can be written into an app's folder.
     *
     * @throws dev.palindrome.spi.ProblemException if its folder is read in one format, but recognised as another
     */
    public void requireOneFormat(String appName) {
        apps().find(appName)
                .flatMap(App::folder)
                .ifPresent(folder -> folderPacks().requireOneFormat(appName, folder));
    }

    /**
     * Chooses the one adapter that serves an address.
     *
     * @throws dev.palindrome.spi.ProblemException if none serves it, or several do
     */
    public DatabaseAdapter adapterFor(DatabaseAddress address) {
        return AdapterChoice.of(this, address);
    }

    /** {@return the adapters that loaded} */
    List<DatabaseAdapter> databaseAdapters() {
        return adapters.get().found();
    }

    /** {@return the adapters that loaded, as users see them} */
    public List<AdapterInfo> adapters() {
        return databaseAdapters().stream()
                .map(adapter -> new AdapterInfo(
                        adapter.name(),
                        Providers.origin(adapter.getClass()),
                        adapter.version(),
                        adapter.capabilities()))
                .toList();
    }

    /** {@return what is wrong with the adapters that didn't load} */
    public List<Problem> adapterProblems() {
        return adapters.get().problems();
    }

    /** {@return what the supplier makes while the thread's class loader sees the jars that the user named} */
    public <T> T withPlugins(Supplier<T> supplier) {
        return classPath.during(supplier);
    }

    @Override
    public void close() {
        classPath.close();
    }

    private Providers<DatabaseAdapter> loadAdapters() {
        return Providers.load(DatabaseAdapter.class, classPath.loader(), ConfigurationCodes.ADAPTER_BROKEN, adapter -> {
            requireUsable(adapter);
            return adapter;
        });
    }

    /** Asks what every adapter must be able to say, while the fence is up. */
    private static void requireUsable(DatabaseAdapter adapter) {
        if (adapter.name().isBlank() || adapter.serves("")) {
            throw new IllegalStateException("the adapter has no name, or serves every URL");
        }
    }

    private Providers<MigrationFormat> loadFormats() {
        return FolderPacks.formats(classPath.loader());
    }

    private FolderPacks folderPacks() {
        return new FolderPacks(formats.get().found(), database);
    }

    /** {@return what reads the histories of other tools} */
    public List<ForeignHistory> foreignHistories() {
        return histories.get().found();
    }

    /** {@return what is wrong with those readers of histories that didn't load} */
    public List<Problem> foreignHistoryProblems() {
        return histories.get().problems();
    }

    private Providers<ForeignHistory> loadHistories() {
        return Providers.load(
                ForeignHistory.class, classPath.loader(), ConfigurationCodes.FORMAT_BROKEN, history -> history);
    }

    private Packs loadPacks() {
        Providers<Found> jars = Providers.load(
                MigrationPack.class,
                classPath.loader(),
                ConfigurationCodes.PACK_BROKEN,
                pack -> found(pack, Providers.origin(pack.getClass())));
        List<Found> all = new ArrayList<>(jars.found());
        given.forEach(pack -> all.add(found(pack, pack.getClass().getName())));
        FolderPacks folders = folderPacks();
        for (PackSource source : configuration.packs()) {
            if (Files.isDirectory(source.path())
                    && PluginClassPath.jarsIn(source.path()).isEmpty()) {
                folders.read(source);
            }
        }
        folders.apps().forEach(app -> all.add(new Found(app)));
        List<Problem> broken = new ArrayList<>(jars.problems());
        broken.addAll(formats.get().problems());
        return new Packs(
                Apps.of(all.stream().map(Found::app).toList(), broken),
                all.stream().map(Found::info).toList());
    }

    private static Found found(MigrationPack pack, String origin) {
        App app = new App(
                pack.appName(),
                pack.dependsOn(),
                pack.migrations(),
                pack.version(),
                Location.of(origin),
                Optional.empty(),
                List.of());
        return new Found(app);
    }

    private record Packs(Apps apps, List<PackInfo> infos) {}

    private record Found(App app) {
        PackInfo info() {
            return new PackInfo(
                    app.name(),
                    app.origin().toString(),
                    app.version(),
                    app.folder().map(folder -> folder.format().name()),
                    app.dependsOn().stream().sorted().toList(),
                    app.migrations().size());
        }
    }
}
