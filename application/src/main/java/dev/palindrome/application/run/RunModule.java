package dev.palindrome.application.run;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import dev.palindrome.application.configuration.Configuration;
import dev.palindrome.application.discovery.Discovery;
import dev.palindrome.domain.run.LockGate;
import dev.palindrome.domain.run.MigrationFiles;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;

/** Binds what runs need of the world. Installed by the engine's own module. */
public final class RunModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(MigrationFiles.class).toInstance(new LocalFiles());
        Multibinder.newSetBinder(binder(), RunListener.class).addBinding().toInstance(new RunLog());
    }

    @Provides
    @Singleton
    Database database(
            Discovery discovery,
            DatabaseAdapter adapter,
            DatabaseAddress address,
            Configuration configuration,
            RunListener listener) {
        Database connected = discovery.withPlugins(() -> adapter.connect(address));
        return new PatientDatabase(connected, configuration.lockTimeout(), listener::waitingFor);
    }

    @Provides
    @Singleton
    LockGate lockGate(Configuration configuration) {
        return new LockWaiting(configuration.historyTable(), Runner.processName(), configuration.lockTimeout());
    }
}
