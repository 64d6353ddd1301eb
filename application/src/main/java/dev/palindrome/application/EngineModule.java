package dev.palindrome.application;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import dev.palindrome.application.configuration.Configuration;
import dev.palindrome.application.configuration.ConfigurationCodes;
import dev.palindrome.application.discovery.Discovery;
import dev.palindrome.application.reversal.JsonSeal;
import dev.palindrome.application.run.RunModule;
import dev.palindrome.application.run.Runner;
import dev.palindrome.domain.run.Confirmation;
import dev.palindrome.domain.run.LockGate;
import dev.palindrome.domain.run.MigrationFiles;
import dev.palindrome.domain.run.Recorder;
import dev.palindrome.domain.run.RunEnvironment;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.DataSourceResolver;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.MigrationPack;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import jakarta.inject.Provider;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What is bound to what. Adapters' modules add formats, front ends, listeners, and who is asked; what needs the database is
 * made only when a command asks for it.
 */
final class EngineModule extends AbstractModule {
    private final Configuration configuration;
    private final List<MigrationPack> packs;
    private final Optional<DataSource> dataSource;

    EngineModule(Configuration configuration, List<MigrationPack> packs, Optional<DataSource> dataSource) {
        this.configuration = configuration;
        this.packs = packs;
        this.dataSource = dataSource;
    }

    @Override
    protected void configure() {
        bind(Configuration.class).toInstance(configuration);
        install(new RunModule());
        Multibinder.newSetBinder(binder(), FrontEnd.class);
        OptionalBinder.newOptionalBinder(binder(), Confirmation.class)
                .setDefault()
                .toInstance(Confirmation.NO);
        OptionalBinder.newOptionalBinder(binder(), Clock.class).setDefault().toInstance(Clock.systemUTC());
        OptionalBinder.newOptionalBinder(binder(), DataSourceResolver.class);
    }

    @Provides
    @Singleton
    Discovery discovery(Provider<DatabaseAdapter> adapter) {
        return new Discovery(configuration, () -> databaseName(adapter), packs);
    }

    private Optional<String> databaseName(Provider<DatabaseAdapter> adapter) {
        boolean isKnown =
                dataSource.isPresent() || configuration.database().url().isPresent();
        return isKnown ? Optional.of(Unwrapped.get(adapter).name()) : Optional.empty();
    }

    @Provides
    @Singleton
    DatabaseAddress address(Optional<DataSourceResolver> resolver) {
        if (dataSource.isPresent()) {
            return resolver.orElseThrow(() -> new IllegalStateException(
                            "A DataSource needs the jar palindrome-adapters-jdbc on the class path"))
                    .resolve(dataSource.get());
        }
        Configuration.DatabaseSettings database = configuration.database();
        String url = database.url()
                .orElseThrow(() -> new ProblemException(Problem.error(
                        ConfigurationCodes.DATABASE_NOT_CONFIGURED,
                        "No database is configured. Name one with --url JDBC_URL, in palindrome.yaml, or in "
                                + "PALINDROME_URL; 'palindrome quickstart' needs none.")));
        return new DatabaseAddress(url, database.user(), database.password(), Optional.empty());
    }

    @Provides
    @Singleton
    DatabaseAdapter adapter(Discovery discovery, DatabaseAddress address) {
        return discovery.adapterFor(address);
    }

    @Provides
    @Singleton
    Workspace workspace(Discovery discovery, DatabaseAdapter adapter, Database database) {
        return new Workspace(
                discovery.apps(),
                adapter,
                database,
                database.history(configuration.historyTable()),
                new JsonSeal(configuration.signingKey()));
    }

    @Provides
    @Singleton
    RunListener listener(Set<RunListener> listeners) {
        return RunListener.all(List.copyOf(listeners));
    }

    @Provides
    @Singleton
    Recorder recorder(Clock clock) {
        return new Recorder(clock, Runner.name(), Version.current());
    }

    @Provides
    @Singleton
    RunEnvironment environment(
            LockGate lockGate,
            Confirmation confirmation,
            RunListener listener,
            Recorder recorder,
            MigrationFiles files) {
        return new RunEnvironment(lockGate, confirmation, listener, recorder, files);
    }

    @Provides
    @Singleton
    Palindrome palindrome(
            Discovery discovery,
            Provider<Workspace> workspace,
            Provider<RunEnvironment> environment,
            Provider<Set<FrontEnd>> frontEnds) {
        return new Palindrome(configuration, discovery, workspace, environment, frontEnds);
    }
}
