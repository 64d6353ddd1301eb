package dev.palindrome.application.databases;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.multibindings.OptionalBinder;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.PalindromeBuilder;
import dev.palindrome.application.configuration.ConfigurationReader;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.run.Confirmation;
import dev.palindrome.domain.run.Terms;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A fresh database and folders of migration files. Each call starts the engine anew, as a command would. */
public final class Workbench {
    private final Path folder;
    private final TestDatabase database;
    private final Map<String, TestPack> packs = new LinkedHashMap<>();

    private Workbench(Path folder, TestDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** A workbench that keeps what it needs in that folder. */
    public static Workbench on(DatabaseKind kind, Path folder) {
        return on(kind.fresh(folder), folder);
    }

    /** A workbench at that database. */
    public static Workbench on(TestDatabase database, Path folder) {
        return new Workbench(folder, database);
    }

    public TestDatabase database() {
        return database;
    }

    /** {@return the app's folder, the same at each call} */
    public TestPack app(String name) {
        return packs.computeIfAbsent(
                name, n -> new TestPack(folder.resolve("packs").resolve(n)));
    }

    /** Takes an app's pack away; its files stay. */
    public void remove(String appName) {
        packs.remove(appName);
    }

    /** Uses an engine on this database and these apps. */
    public <T> T with(Function<Palindrome, T> use) {
        return with(UnaryOperator.identity(), use);
    }

    /** Uses an engine with other settings. */
    public <T> T with(UnaryOperator<PalindromeBuilder> settings, Function<Palindrome, T> use) {
        try (Palindrome engine =
                settings.apply(prepared(Palindrome.on(database.url()))).build()) {
            return use.apply(engine);
        }
    }

    /** Uses an engine that is configured by the environment. */
    public <T> T inEnvironment(Map<String, String> variables, Function<Palindrome, T> use) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("PALINDROME_URL", database.url());
        try (Palindrome engine = prepared(Palindrome.on(new ConfigurationReader(all).read(Optional.empty(), folder)))
                .build()) {
            return use.apply(engine);
        }
    }

    /** {@return the builder, with the folders of these apps} */
    public PalindromeBuilder prepared(PalindromeBuilder builder) {
        packs.forEach((name, pack) -> builder.folder(name, pack.folder()));
        return builder;
    }

    public MigrationResult forwards(String appName, String target) {
        return with(engine -> engine.forwards(appName, target));
    }

    public MigrationResult forwards(ForwardsRequest request) {
        return with(engine -> engine.forwards(request));
    }

    public MigrationResult backwards(String appName, String target) {
        return with(engine -> engine.backwards(appName, target));
    }

    public MigrationResult backwards(BackwardsRequest request) {
        return with(engine -> engine.backwards(request));
    }

    /** Goes backwards as the request says and as a program does, which agrees to it. */
    public MigrationResult backwards(String appName, Target target) {
        return backwards(BackwardsRequest.of(appName).target(target).autoAgree(true));
    }

    /** Syncs as a program does, which agrees to it. */
    public MigrationResult sync(String appName) {
        return sync(appName, Terms.ASK.withAutoAgree(true));
    }

    public MigrationResult sync(String appName, Terms terms) {
        return with(engine -> engine.sync(appName, terms));
    }

    public MigrationResult tag(String appName, String tag) {
        return with(engine -> engine.tag(appName, tag));
    }

    public MigrationResult clean(String appName, Terms terms) {
        return with(engine -> engine.clean(appName, terms));
    }

    public List<MigrationStatus> check(String appName) {
        return with(engine -> engine.check(appName));
    }

    /** Bindings with somebody to ask. */
    public static Module asking(Confirmation confirmation) {
        return new AbstractModule() {
            @Override
            protected void configure() {
                OptionalBinder.newOptionalBinder(binder(), Confirmation.class)
                        .setBinding()
                        .toInstance(confirmation);
            }
        };
    }

    /** Bindings with another clock. */
    public static Module at(Clock clock) {
        return new AbstractModule() {
            @Override
            protected void configure() {
                OptionalBinder.newOptionalBinder(binder(), Clock.class)
                        .setBinding()
                        .toInstance(clock);
            }
        };
    }
}
