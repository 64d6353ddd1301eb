package dev.palindrome.adapters.cli;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import dev.palindrome.adapters.cli.terminal.Terminal;
import dev.palindrome.adapters.cli.terminal.TerminalConfirmation;
import dev.palindrome.domain.run.Confirmation;

/** Puts the user's terminal in: runs are watched there, and questions are asked there. */
final class TerminalModule extends AbstractModule {
    private final Terminal terminal;

    TerminalModule(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), Terminal.class).setBinding().toInstance(terminal);
        OptionalBinder.newOptionalBinder(binder(), Confirmation.class)
                .setBinding()
                .toInstance(new TerminalConfirmation(terminal));
    }
}
