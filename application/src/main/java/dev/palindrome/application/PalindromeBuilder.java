package dev.palindrome.application;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import dev.palindrome.application.configuration.Configuration;
import dev.palindrome.application.configuration.PackSource;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.MigrationPack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/** Builds an engine. Not safe for use by several threads. */
public final class PalindromeBuilder {
    private Configuration configuration;
    private final Optional<DataSource> dataSource;
    private final List<MigrationPack> packs = new ArrayList<>();
    private final List<Module> modules = new ArrayList<>();

    PalindromeBuilder(Configuration configuration, Optional<DataSource> dataSource) {
        this.configuration = configuration;
        this.dataSource = dataSource;
    }

    /** Adds packs that the program has made, besides those on the class path. */
    public PalindromeBuilder packs(MigrationPack... more) {
        Collections.addAll(packs, more);
        return this;
    }

    /** Adds a folder of migration files, whose format is recognised, as the app of its {@code pack.yaml} or its name. */
    public PalindromeBuilder folder(Path path) {
        configuration = configuration.plusPacks(List.of(new PackSource(Optional.empty(), path, Optional.empty())));
        return this;
    }

    /** Adds a folder of migration files, whose format is recognised, as that app. */
    public PalindromeBuilder folder(String appName, Path path) {
        configuration = configuration.plusPacks(List.of(new PackSource(Optional.of(appName), path, Optional.empty())));
        return this;
    }

    /** Keeps the history in another table: {@code name} or {@code schema.name}. */
    public PalindromeBuilder historyTable(String name) {
        configuration = configuration.with(HistoryTable.parse(name));
        return this;
    }

    /** Waits at most so long for another runner. */
    public PalindromeBuilder lockTimeout(Duration timeout) {
        configuration = configuration.withLockTimeout(timeout);
        return this;
    }

    /** Adds bindings: a {@code Clock}, a {@code Confirmation}, a {@code RunListener}, or a front end's own. */
    public PalindromeBuilder module(Module module) {
        modules.add(module);
        return this;
    }

    /**
     * Builds the engine; opens no connection yet.
     *
     * @throws dev.palindrome.spi.ProblemException if a configured path isn't there
     */
    public Palindrome build() {
        List<Module> all = new ArrayList<>();
        all.add(new EngineModule(configuration, packs, dataSource));
        ServiceLoader.load(Module.class, PalindromeBuilder.class.getClassLoader())
                .forEach(all::add);
        all.addAll(modules);
        Injector injector = Guice.createInjector(all);
        return Unwrapped.get(() -> injector.getInstance(Palindrome.class));
    }
}
