package dev.palindrome.adapters.cli.terminal;

import dev.palindrome.domain.run.Confirmation;
import java.util.Locale;
import java.util.Set;

/** Asks the user who sits at the terminal. Input that is no terminal is a No: what would be done is said, and nothing read. */
public final class TerminalConfirmation implements Confirmation {
    private static final Set<String> YES = Set.of("y", "yes");

    private final Terminal terminal;

    /** Asks there. */
    public TerminalConfirmation(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public boolean confirm(String question) {
        String text = terminal.errStyle().sentence(question);
        if (!terminal.canAsk()) {
            terminal.err().println(facts(text));
            terminal.flush();
            return false;
        }
        terminal.err().print(text + " [y/N] ");
        terminal.flush();
        return YES.contains(terminal.readLine().strip().toLowerCase(Locale.ROOT));
    }

    /** The question without its last line, which asks. */
    private static String facts(String question) {
        int last = question.lastIndexOf('\n');
        return last < 0 ? question : question.substring(0, last);
    }
}
