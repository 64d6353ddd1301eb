package dev.palindrome.application;

import dev.palindrome.application.configuration.Configuration;
import dev.palindrome.application.configuration.Configuration.DatabaseSettings;
import dev.palindrome.application.discovery.Discovery;
import dev.palindrome.application.json.OriginJson;
import dev.palindrome.domain.AdoptMigrationManager;
import dev.palindrome.domain.BackwardsMigrationManager;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.CheckMigrationManager;
import dev.palindrome.domain.CleanMigrationManager;
import dev.palindrome.domain.ForwardsMigrationManager;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.NewMigrationManager;
import dev.palindrome.domain.RepairMigrationManager;
import dev.palindrome.domain.SyncMigrationManager;
import dev.palindrome.domain.TagMigrationManager;
import dev.palindrome.domain.app.App;
import dev.palindrome.domain.plan.Verdict;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.run.RunEnvironment;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat.Language;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The engine, for programs that embed it and for front ends. Safe for use by several threads: each call opens a session of
 * its own, and runs wait for one another.
 *
 * <pre>{@code
 * try (Palindrome palindrome = Palindrome.on(dataSource).folder("shop", Path.of("db/shop")).build()) {
 *     palindrome.forwards("shop").orThrow();
 * }
 * }</pre>
 */
public final class Palindrome implements AutoCloseable {
    private final Configuration configuration;
    private final Discovery discovery;
    private final Provider<Workspace> workspaces;
    private final Provider<RunEnvironment> environments;
    private final Provider<Set<FrontEnd>> frontEnds;
    private volatile @Nullable Workspace opened;

    Palindrome(
            Configuration configuration,
            Discovery discovery,
            Provider<Workspace> workspaces,
            Provider<RunEnvironment> environments,
            Provider<Set<FrontEnd>> frontEnds) {
        this.configuration = configuration;
        this.discovery = discovery;
        this.workspaces = workspaces;
        this.environments = environments;
        this.frontEnds = frontEnds;
    }

    /** {@return a builder of an engine that uses the program's own connections} */
    public static PalindromeBuilder on(DataSource dataSource) {
        return new PalindromeBuilder(Configuration.EMPTY, Optional.of(dataSource));
    }

    /** {@return a builder of an engine on the database of that JDBC URL} */
    public static PalindromeBuilder on(String url) {
        return on(Configuration.EMPTY.with(new DatabaseSettings(Optional.of(url), Optional.empty(), Optional.empty())));
    }

    /** {@return a builder of an engine that is configured so} */
    public static PalindromeBuilder on(Configuration configuration) {
        return new PalindromeBuilder(configuration, Optional.empty());
    }

    /** Runs everything that is pending in an app, and in the apps that it depends on. */
    public MigrationResult forwards(String appName) {
        return forwards(ForwardsRequest.of(appName));
    }

    /** Runs what is pending as far as {@code all}, {@code 1} or a migration's id. */
    public MigrationResult forwards(String appName, String migrationId) {
        return attempt(() -> forwards(ForwardsRequest.of(appName).migrationId(migrationId)));
    }

    /** Runs, or shows, what the request says. */
    public MigrationResult forwards(ForwardsRequest request) {
        return withWorkspace(w -> new ForwardsMigrationManager(w, environments.get(), request).run());
    }

    /** The same, with somebody else watching besides. */
    public MigrationResult forwards(ForwardsRequest request, RunListener watcher) {
        return withWorkspace(w -> new ForwardsMigrationManager(w, watched(watcher), request).run());
    }

    /** Reverses the most recent migration of an app. A program that calls this agrees to it. */
    public MigrationResult backwards(String appName) {
        return backwards(BackwardsRequest.of(appName).autoAgree(true));
    }

    /** Reverses as far back as {@code all}, {@code 1} or a migration's id. A program that calls this agrees to it. */
    public MigrationResult backwards(String appName, String migrationId) {
        return attempt(() ->
                backwards(BackwardsRequest.of(appName).migrationId(migrationId).autoAgree(true)));
    }

    /** Reverses, or shows, what the request says; asks first unless the request agrees. */
    public MigrationResult backwards(BackwardsRequest request) {
        return withWorkspace(w -> new BackwardsMigrationManager(w, environments.get(), request).run());
    }

    /** The same, with somebody else watching besides. */
    public MigrationResult backwards(BackwardsRequest request, RunListener watcher) {
        return withWorkspace(w -> new BackwardsMigrationManager(w, watched(watcher), request).run());
    }

    /**
     * Makes the database match the packs: reverses what they don't know, then goes forwards; asks first unless the terms agree.
     *
     * @param appName the app, or {@code all}
     */
    public MigrationResult sync(String appName, Terms terms) {
        return withWorkspace(w -> new SyncMigrationManager(w, environments.get(), appName, terms).run());
    }

    /** The same, with somebody else watching besides. */
    public MigrationResult sync(String appName, Terms terms, RunListener watcher) {
        return withWorkspace(w -> new SyncMigrationManager(w, watched(watcher), appName, terms).run());
    }

    /** Names the present state of an app, so that one can go back to it. */
    public MigrationResult tag(String appName, String tag) {
        return withWorkspace(w -> new TagMigrationManager(w, environments.get()).tag(appName, tag));
    }

    /**
     * Says how each migration of an app, or of {@code all}, stands.
     *
     * @throws ProblemException if nobody knows the app, or the database can't be read
     */
    public List<MigrationStatus> check(String appName) {
        return report(appName).statuses();
    }

    /**
     * The same, with what is wrong with the packs.
     *
     * @throws ProblemException if nobody knows the app, or the database can't be read
     */
    public CheckReport report(String appName) {
        Workspace there = workspace();
        return UnreadPacks.doubted(new CheckMigrationManager(there, appName).check(), there.apps());
    }

    /** Removes the history entries of an app, or of {@code all}, whose migration is gone. */
    public MigrationResult clean(String appName, Terms terms) {
        return withWorkspace(w -> new CleanMigrationManager(w, environments.get(), appName, terms).run());
    }

    /**
     * Puts the history right where only people know how: accepts changed content for what ran, and settles what is half-done.
     *
     * @param appName the app, or {@code all}
     * @param verdict what was found out about a migration that is half-done, if there is one
     */
    public MigrationResult repair(String appName, Optional<Verdict> verdict, Terms terms) {
        return withWorkspace(w -> new RepairMigrationManager(w, environments.get(), appName, verdict, terms).run());
    }

    /**
     * Takes over what another tool has recorded in this database: shows how each row stands to the app's migrations, asks unless
     * the terms agree, and records them all at once. Runs nothing, and leaves the tool's own tables as they are.
     *
     * @param appName the app
     * @param tool the tool; recognised from its tables if empty
     */
    public MigrationResult adopt(String appName, Optional<String> tool, Terms terms) {
        return withWorkspace(w -> {
            App app = w.apps()
                    .find(appName)
                    .orElseThrow(() -> new ProblemException(w.apps().unknown(appName)));
            ForeignHistory.Pack pack = ForeignHistory.Pack.of(
                    app.migrations(),
                    app.folder().map(folder -> MigrationFolder.list(app.name(), folder.path(), folder.settings())));
            return new AdoptMigrationManager(
                            w,
                            environments.get(),
                            discovery.foreignHistories(),
                            history -> entry -> OriginJson.of(history.tool(), entry))
                    .run(app, pack, tool, terms)
                    .after(discovery.foreignHistoryProblems());
        });
    }

    /** Writes the files of a new migration in SQL into the app's folder; needs no database. */
    public MigrationResult newMigration(String appName, String description) {
        return newMigration(appName, description, Language.SQL);
    }

    /** Writes the files of a new migration in that language into the app's folder; needs no database. */
    public MigrationResult newMigration(String appName, String description, Language language) {
        RunEnvironment environment = environments.get();
        return attempt(() -> {
            discovery.requireOneFormat(appName);
            return new NewMigrationManager(
                            discovery.apps(),
                            environment.files(),
                            environment.recorder().clock())
                    .create(appName, description, language);
        });
    }

    /** {@return the apps that packs provide, each after those that it depends on} */
    public List<App> apps() {
        return discovery.apps().inOrder();
    }

    /** {@return what was found on the class path and in folders} */
    public Discovery discovery() {
        return discovery;
    }

    /** {@return how this engine is configured} */
    public Configuration configuration() {
        return configuration;
    }

    /** {@return the servers that the installed front ends offer} */
    public Set<FrontEnd> frontEnds() {
        return frontEnds.get();
    }

    /**
     * Opens a session and closes it.
     *
     * @throws ProblemException if the database can't be reached
     */
    public void ping() {
        workspace().database().openSession().close();
    }

    /**
     * Looks who runs migrations on this database now, here or anywhere else.
     *
     * @return who, in words for people; empty if nobody does
     * @throws ProblemException if the database can't be reached
     */
    public Optional<String> holder() {
        Database database = workspace().database();
        try (Session session = database.openSession()) {
            return database.lockHolder(session, configuration.historyTable());
        }
    }

    /** {@return what this engine works on; for front ends that show more than results} */
    public Workspace workspace() {
        Workspace there = opened;
        if (there == null) {
            there = Unwrapped.get(workspaces);
            opened = there;
        }
        return there;
    }

    @Override
    public void close() {
        Workspace there = opened;
        if (there != null) {
            there.database().close();
        }
        discovery.close();
    }

    private RunEnvironment watched(RunListener watcher) {
        RunEnvironment environment = environments.get();
        return environment.with(RunListener.all(List.of(environment.listener(), watcher)));
    }

    private MigrationResult withWorkspace(Function<Workspace, MigrationResult> use) {
        return attempt(() -> use.apply(workspace()));
    }

    private static MigrationResult attempt(Supplier<MigrationResult> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            return MigrationResult.refused(e.problems());
        }
    }
}
