package dev.palindrome.adapters.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import dev.palindrome.adapters.cli.terminal.Progress;
import dev.palindrome.adapters.cli.terminal.Terminal;
import dev.palindrome.domain.run.RunListener;

/**
 * Lets runs be watched on a terminal. Found with ServiceLoader; unless the command line adds a {@link TerminalModule}, the
 * terminal is inert, so that a program that has this jar on its class path sees nothing of it.
 */
public final class CliModule extends AbstractModule {

    /** For ServiceLoader. */
    public CliModule() {}

    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), Terminal.class).setDefault().toInstance(Terminal.INERT);
        Multibinder.newSetBinder(binder(), RunListener.class).addBinding().to(Progress.class);
    }

    @Provides
    @Singleton
    Progress progress(Terminal terminal) {
        return new Progress(terminal);
    }
}
